// Peers in workers of the same browser.
import { mkdirSync, writeFileSync } from 'node:fs'
import { build, preview } from 'vite'
import { isolating } from '../../../build/isolating.mjs'

/** @typedef {import('./lessons.mjs').Lesson} Lesson */
/** @typedef {import('./worker.mjs').PeerName} PeerName */
/** Trains on so many batches. @typedef {(count: number) => Promise<{ loss: number, ms: number }>} Peer */

/** @param {import('playwright').Browser} browser */
export async function browserPeers(browser) {
  const outDir = 'node_modules/.cache/bench/peers'
  await build({
    configFile: false,
    logLevel: 'silent',
    base: './',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: ['e2e/tools/peers/worker.mjs', 'src/engine/workers/partner.ts'],
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  mkdirSync(outDir, { recursive: true })
  writeFileSync(`${outDir}/index.html`, '<!doctype html><title>Peers</title>')
  const usual = await served(browser, { outDir, port: 4213 })
  // Others know a page that shares memory, too, and gain nothing there (tensorflow/tfjs, report 6081).
  const sharing = await served(browser, { outDir, port: 4214, headers: isolating })
  return {
    /** @param {PeerName} name @param {Lesson} lesson @returns {Promise<Peer>} */
    async peer(name, lesson) {
      const { page } = name === 'inTwoWorkers' ? sharing : usual
      const ask = await page.evaluateHandle(hire)
      await ask.evaluate((tell, who) => tell(who), { name, lesson })
      return (count) =>
        ask.evaluate(
          async (tell, asked) => /** @type {{ loss: number, ms: number }} */ (await tell(asked)),
          { count },
        )
    },
    /** The program of the slides, in a worker. */
    async program() {
      const ask = await usual.page.evaluateHandle(hire)
      return ask.evaluate(
        async (tell) =>
          /** @type {ReturnType<typeof import('./program.mjs').program>} */ (await tell('program')),
      )
    },
    async close() {
      for (const { page, server } of [usual, sharing]) {
        await page.close()
        await server.close()
      }
    },
  }
}

/**
 * A page of such a server.
 * @param {import('playwright').Browser} browser
 * @param {{ outDir: string, port: number, headers?: Record<string, string> }} how
 */
async function served(browser, { outDir, port, headers = {} }) {
  const server = await preview({
    configFile: false,
    logLevel: 'silent',
    build: { outDir },
    preview: { port, headers },
  })
  const page = await browser.newPage()
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  return { page, server }
}

/** In the page: what tells a new worker something and has its answer. */
function hire() {
  const worker = new Worker('worker.js', { type: 'module' })
  return (/** @type {unknown} */ message) =>
    new Promise((done, fail) => {
      worker.onmessage = ({ data }) => done(data)
      worker.onerror = ({ message: words }) => fail(new Error(words))
      worker.postMessage(message)
    })
}
