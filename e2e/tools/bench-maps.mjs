// Speed of maps: their sketches in one worker of the browser beside PyTorch on one thread, in turns.
import { writeFileSync } from 'node:fs'
import { build, preview } from 'vite'
import { pythonPeer } from './peers/pytorchPeer.mjs'
import { quantile } from './stopwatch.mjs'

/** @typedef {import('./peers/maps.mjs').TimedMap} TimedMap */
/** @typedef {(asked: TimedMap & { isSingle: boolean }) => Promise<{ ms: number, middle: number }>} Peer */

const rounds = 9
/** By then engines have compiled what they run. */
const warmUp = 3

/** @type {{ title: string, map: TimedMap, goal: string }[]} */
const maps = [
  {
    title: 'Himmelblau, Adam, 512×512 starts × 200 steps',
    map: { name: 'himmelblau', size: 512, steps: 200 },
    goal: '≥ 5',
  },
  {
    title: 'tanhsin, momentum, 512×512 (lr, μ) × 200 steps',
    map: { name: 'tanhsin', size: 512, steps: 200 },
    goal: '≥ 1.3',
  },
]

/**
 * @param {import('playwright').Browser} browser
 * @param {(line: string) => void} print
 */
export async function benchMaps(browser, print) {
  const { ours, close } = await workerOf(browser)
  const torch = await pythonPeer('e2e/tools/peers/maps.py')
  for (const { title, map, goal } of maps) {
    print(`${title}: median of ${rounds} rounds, ns per pixel and step`)
    for (const isSingle of [true, false]) {
      const asked = { ...map, isSingle }
      const own = () => ours(asked)
      const other = torch && (() => /** @type {ReturnType<Peer>} */ (torch.ask(asked)))
      const { mine, theirs } = await inTurns(own, other)
      const per = 1e6 / (map.size ** 2 * map.steps)
      const words = `in ${isSingle ? 'single' : 'double'} precision ${spread(mine, per)}`
      const first = map.name === 'himmelblau' && isSingle ? ' (goal ≤ 3)' : ''
      if (!theirs.length) {
        print(`  ${words}${first}; PyTorch: skipped, Python has no torch here`)
        continue
      }
      const ratios = theirs.map((ms, i) => ms / /** @type {number} */ (mine[i]))
      const aim = isSingle ? ` (goal ${goal})` : ''
      print(
        `  ${words}${first}, PyTorch ${spread(theirs, per)}: ${spread(ratios, 1)} times as long${aim}`,
      )
    }
  }
  await benchRedraw(ours, print)
  torch?.close()
  await close()
}

/** What dragging costs. @param {Peer} ours @param {(line: string) => void} print */
async function benchRedraw(ours, print) {
  const { mine } = await inTurns(() =>
    ours({ name: 'himmelblau', size: 256, steps: 100, isSingle: true }),
  )
  print(`A map of 256×256 pixels × 100 steps, anew: ${spread(mine, 1)} ms (goal ≤ 50)`)
}

/**
 * @param {() => ReturnType<Peer>} own
 * @param {() => ReturnType<Peer>} [other]
 */
async function inTurns(own, other) {
  /** @type {number[]} */
  const mine = []
  /** @type {number[]} */
  const theirs = []
  for (let round = -warmUp; round < rounds; round++) {
    const [a, b] = [await own(), await other?.()]
    if (b && !(Math.abs(a.middle - b.middle) <= 0.01 * Math.max(0.01, Math.abs(b.middle))))
      throw new Error(`not the same map: half of its losses are below ${a.middle} and ${b.middle}`)
    if (round < 0) continue
    mine.push(a.ms)
    if (b) theirs.push(b.ms)
  }
  return { mine, theirs }
}

/** @param {number[]} values @param {number} per */
function spread(values, per) {
  const [low = NaN, middle = NaN, high = NaN] = [0, 0.5, 1].map((q) => per * quantile(values, q))
  const digits = middle < 20 ? 2 : 0
  return `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/** A worker of the browser that sketches. @param {import('playwright').Browser} browser */
async function workerOf(browser) {
  const outDir = 'node_modules/.cache/bench/maps'
  await build({
    configFile: false,
    logLevel: 'silent',
    base: './',
    build: {
      ...{ outDir, emptyOutDir: true, target: 'es2023' },
      rolldownOptions: {
        input: 'e2e/tools/peers/mapsWorker.mjs',
        output: { entryFileNames: 'worker.js' },
      },
    },
  })
  writeFileSync(`${outDir}/index.html`, '<!doctype html><title>Maps</title>')
  const server = await preview({
    ...{ configFile: false, logLevel: 'silent', build: { outDir } },
    preview: { port: 4215 },
  })
  const page = await browser.newPage()
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  const worker = await page.evaluateHandle(() => new Worker('worker.js', { type: 'module' }))
  /** @type {Peer} */
  const ours = (asked) =>
    worker.evaluate(
      (told, message) =>
        new Promise((done, fail) => {
          told.onmessage = ({ data }) => done(data)
          told.onerror = ({ message: words }) => fail(new Error(words))
          told.postMessage(message)
        }),
      asked,
    )
  return {
    ours,
    async close() {
      await page.close()
      await server.close()
    },
  }
}
