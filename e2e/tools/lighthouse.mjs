// What Lighthouse says of a first visit on a phone, in both labs: printed, never asserted. It is no part of the lock file:
// $LIGHTHOUSE is a folder that has it in its node_modules, or else it is installed into a temporary one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { preview } from 'vite'
import { browserArguments, findBrowser } from './browser.mjs'
import { quantile } from './stopwatch.mjs'

const version = '12.8.2'
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, port: { type: 'string', default: '4213' } },
})
const labs = ['curve', 'surface']

/** A folder that has Lighthouse in its node_modules. */
function installed() {
  const given = process.env.LIGHTHOUSE
  if (given) return given
  const folder = join(tmpdir(), `lighthouse-${version}`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'node_modules/lighthouse')))
    spawnSync('npm', ['install', '--prefix', folder, `lighthouse@${version}`], { stdio: 'inherit' })
  return folder
}

const require = createRequire(join(installed(), 'from-here.js'))
/** @param {string} name */
const from = async (name) => import(pathToFileURL(require.resolve(name)).href)
const { default: lighthouse } = await from('lighthouse')
const { launch } = await from('chrome-launcher')

/** One visit with an empty cache. @param {string} url */
async function visit(url) {
  const chrome = await launch({
    chromePath: findBrowser(),
    chromeFlags: ['--headless=new', '--disable-gpu', ...browserArguments],
  })
  try {
    const { lhr, artifacts } = await lighthouse(url, { port: chrome.port, logLevel: 'error' })
    const [metrics] = lhr.audits.metrics.details.items
    const scores = Object.values(lhr.categories).map(({ score }) => 100 * score)
    return { scores, metrics, blocked: blockedBy(artifacts.Trace.traceEvents, metrics) }
  } finally {
    await chrome.kill()
  }
}

/** So much longer a phone takes, and what is longer than this (ms) blocks it: as Lighthouse has it. */
const [slowness, longest] = [4, 50]

/**
 * The blocking time from what the tasks cost the processor: Lighthouse counts too what other programs took from them.
 * @param {{ name: string, pid: number, tid: number, ts: number, tdur: number }[]} events
 * @param {{ observedFirstContentfulPaintTs: number }} metrics
 */
function blockedBy(events, { observedFirstContentfulPaintTs: first }) {
  const paint = events.find(({ name, ts }) => name === 'firstContentfulPaint' && ts === first)
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === paint?.pid && tid === paint.tid)
    .filter(({ ts }) => ts >= first)
    .reduce((sum, { tdur }) => sum + Math.max(0, (slowness * tdur) / 1000 - longest), 0)
}

const server = await preview({ preview: { port: Number(values.port), strictPort: true } })
const address = server.resolvedUrls?.local[0] ?? ''
/** @typedef {Awaited<ReturnType<typeof visit>>} Visit */
for (const lab of labs) {
  /** @type {Visit[]} */
  const visits = []
  for (let i = 0; i < Number(values.runs); i++) visits.push(await visit(`${address}#/${lab}`))
  /** @param {(one: Visit) => number} of */
  const median = (of) => Math.round(quantile(visits.map(of), 0.5))
  const scores = [0, 1, 2, 3].map((i) => median(({ scores }) => scores[i] ?? NaN)).join('/')
  const [best, worst] = [1, 0].map((q) =>
    quantile(
      visits.map(({ scores }) => scores[0] ?? NaN),
      q,
    ).toFixed(0),
  )
  process.stdout.write(
    `${lab}: ${scores} (performance/accessibility/best practices/SEO; median of ${visits.length}, performance ${worst} to ${best})\n` +
      `  first paint ${median(({ metrics }) => metrics.firstContentfulPaint)} ms, largest ${median(({ metrics }) => metrics.largestContentfulPaint)} ms, ` +
      `speed index ${median(({ metrics }) => metrics.speedIndex)} ms, blocked ${median(({ metrics }) => metrics.totalBlockingTime)} ms ` +
      `(${median(({ blocked }) => blocked)} ms by processor time), ` +
      `shift ${quantile(
        visits.map(({ metrics }) => metrics.cumulativeLayoutShift),
        0.5,
      ).toFixed(3)}\n`,
  )
}
await server.close()
