// What Lighthouse says of a first visit at home and in two labs, on a phone and on a desk: printed, never asserted. It is
// no part of the lock file:
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
const places = ['', 'curve', 'surface']

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
const { default: desktop } = await from('lighthouse/core/config/desktop-config.js')
/** Lighthouse's presets, with how much slower it takes the processor to be. */
const presets = [
  { preset: 'mobile', config: undefined, slowness: 4 },
  { preset: 'desktop', config: desktop, slowness: 1 },
]

/** One visit with an empty cache. @param {string} url @param {typeof presets[number]} preset */
async function visit(url, { config, slowness }) {
  const chrome = await launch({
    chromePath: findBrowser(),
    chromeFlags: ['--headless=new', '--disable-gpu', ...browserArguments],
  })
  try {
    const { lhr, artifacts } = await lighthouse(
      url,
      { port: chrome.port, logLevel: 'error' },
      config,
    )
    const [metrics] = lhr.audits.metrics.details.items
    const scores = Object.values(lhr.categories).map(({ score }) => 100 * score)
    const blocked = blockedBy(artifacts.Trace.traceEvents, metrics, slowness)
    return { scores, metrics, blocked, short: shortOf(lhr) }
  } finally {
    await chrome.kill()
  }
}

/** What is longer than this (ms) blocks, as Lighthouse has it. */
const longest = 50

/**
 * What is asked for beside speed and is not there.
 * @param {{ categories: Record<string, { auditRefs: { id: string, weight: number }[] }>, audits: Record<string, { score: number | null }> }} report
 */
const shortOf = ({ categories, audits }) =>
  Object.entries(categories)
    .filter(([name]) => name !== 'performance')
    .flatMap(([, { auditRefs }]) => auditRefs.filter(({ weight }) => weight > 0))
    .map(({ id }) => id)
    .filter((id) => (audits[id]?.score ?? 1) < 1)

/**
 * The blocking time from what the tasks cost the processor: Lighthouse counts too what other programs took from them.
 * @param {{ name: string, pid: number, tid: number, ts: number, tdur?: number }[]} events
 * @param {{ observedFirstContentfulPaintTs: number }} metrics
 * @param {number} slowness
 */
function blockedBy(events, { observedFirstContentfulPaintTs: first }, slowness) {
  const paint = events.find(({ name, ts }) => name === 'firstContentfulPaint' && ts === first)
  return (
    events
      .filter(({ name, pid, tid }) => name === 'RunTask' && pid === paint?.pid && tid === paint.tid)
      .filter(({ ts }) => ts >= first)
      // Of a task that was cut off it is not known what it cost.
      .reduce((sum, { tdur = 0 }) => sum + Math.max(0, (slowness * tdur) / 1000 - longest), 0)
  )
}

const server = await preview({ preview: { port: Number(values.port), strictPort: true } })
const address = server.resolvedUrls?.local[0] ?? ''
/** @typedef {Awaited<ReturnType<typeof visit>>} Visit */

/** One line of scores, and one of what they come from. @param {string} what @param {Visit[]} visits */
function tell(what, visits) {
  /** @param {(one: Visit) => number} of */
  const median = (of) => quantile(visits.map(of), 0.5)
  /** @param {(one: Visit) => number} of */
  const whole = (of) => Math.round(median(of))
  const scores = [0, 1, 2, 3].map((i) => whole(({ scores }) => scores[i] ?? NaN)).join('/')
  const speeds = visits.map(({ scores }) => scores[0] ?? NaN)
  const [best, worst] = [1, 0].map((q) => quantile(speeds, q).toFixed(0))
  const short = [...new Set(visits.flatMap(({ short }) => short))].join(', ')
  process.stdout.write(
    `${what}: ${scores} (performance/accessibility/best practices/SEO; median of ${visits.length}, performance ${worst} to ${best})\n` +
      `  first paint ${whole(({ metrics }) => metrics.firstContentfulPaint)} ms, largest ${whole(({ metrics }) => metrics.largestContentfulPaint)} ms, ` +
      `speed index ${whole(({ metrics }) => metrics.speedIndex)} ms, blocked ${whole(({ metrics }) => metrics.totalBlockingTime)} ms ` +
      `(${whole(({ blocked }) => blocked)} ms by processor time), ` +
      `shift ${median(({ metrics }) => metrics.cumulativeLayoutShift).toFixed(3)}\n` +
      (short && `  short of 100 by ${short}\n`),
  )
}

for (const place of places)
  for (const preset of presets) {
    /** @type {Visit[]} */
    const visits = []
    for (let i = 0; i < Number(values.runs); i++)
      visits.push(await visit(`${address}#/${place}`, preset))
    tell(`${place || 'home'}, ${preset.preset}`, visits)
  }
await server.close()
