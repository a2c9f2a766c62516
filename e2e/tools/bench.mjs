// Speed, as ratios and as times of this machine: printed, never asserted.
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
import { benchGraph } from './bench-graph.mjs'
import { adamByHand } from './bench-hand.mjs'
import { benchMaps } from './bench-maps.mjs'
import { benchNetwork } from './bench-network.mjs'
import { benchSurface } from './bench-surface.mjs'
import { browserArguments, findBrowser } from './browser.mjs'
import { load } from './module.mjs'
import { installStopwatch, quantile } from './stopwatch.mjs'

/** @typedef {import('./stopwatch.mjs').Stopwatch} Stopwatch */

/** @param {string} line */
const print = (line) => process.stdout.write(`${line}\n`)
/** @param {number[]} values */
const median = (values) => quantile(values, 0.5)

const steps = 20_000
const rounds = 51
/** By then the engine has compiled what runs. */
const warmUp = 25

/** A recorded Adam step against a hand-written loop that records the same columns, in turns. */
async function benchStep() {
  const { runExperiment } = await load('src/core/index.ts', 'bench')
  const experiment = {
    f: 'x^2/20 + tanh(sin(x))',
    start: [8],
    steps,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.01 } }],
  }
  /** @param {() => unknown} work */
  const time = (work) => {
    const begun = performance.now()
    work()
    return ((performance.now() - begun) / steps) * 1e6
  }
  /** @type {number[]} */
  const own = []
  /** @type {number[]} */
  const hand = []
  for (let i = -warmUp; i < rounds; i++) {
    const pair = [time(() => runExperiment(experiment)), time(() => adamByHand(8, 0.01, steps))]
    if (i < 0) continue
    own.push(/** @type {number} */ (pair[0]))
    hand.push(/** @type {number} */ (pair[1]))
  }
  const ratios = own.map((a, i) => a / /** @type {number} */ (hand[i]))
  print(
    `A recorded Adam step on tanhsin: ${median(own).toFixed(0)} ns, by hand ${median(hand).toFixed(0)} ns`,
  )
  print(`  ratio, median of ${rounds} pairs: ${median(ratios).toFixed(2)} (goal ≤ 1.2)`)
  const torch = torchStep()
  if (torch === undefined) return print('  beside PyTorch: skipped, Python has no torch here')
  print(
    `  PyTorch’s own loop takes ${(torch / 1000).toFixed(0)} µs a step: ${(torch / median(own)).toFixed(0)} times as long (goal ≥ 1000)`,
  )
}

const torchLoop = `
import time, torch
torch.set_num_threads(1)
x = torch.tensor([8.0], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.Adam([x], lr=0.01)
def steps(count):
    for _ in range(count):
        optimizer.zero_grad()
        (x ** 2 / 20 + torch.tanh(torch.sin(x))).sum().backward()
        optimizer.step()
steps(500)
begun = time.perf_counter()
steps(3000)
print((time.perf_counter() - begun) / 3000 * 1e9)
`

/** What PyTorch takes for a step (ns), where there is one. */
function torchStep() {
  const python = process.env.PYTHON || '/usr/bin/python3'
  // A folder called torch would be imported in its place.
  const { status, stdout } = spawnSync(python, ['-c', torchLoop], { cwd: tmpdir() })
  return status === 0 ? Number(stdout) : undefined
}

/** From the input event of the learning-rate slider to after the frame that paints the new path. */
async function benchDrag(
  /** @type {import('playwright').Page} */ page,
  /** @type {string} */ address,
) {
  await page.goto(`${address}#/curve?f=tanhsin&start=8&steps=200&run=adam(lr=0.2)`)
  await page.waitForSelector('.katex')
  await page.waitForSelector('[data-name="lr"] input[type="range"]')
  await installStopwatch(page)
  const times = await page.evaluate(() => {
    const slider = /** @type {HTMLInputElement} */ (
      document.querySelector('[data-name="lr"] input[type="range"]')
    )
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const { timesOf } = /** @type {Stopwatch} */ (/** @type {unknown} */ (window))
    return timesOf((i) => {
      setValue?.call(slider, String(-1 + 0.005 * ((i * 37) % 200)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    })
  })
  print(
    `Learning-rate slider to painted path (200 steps): median ${median(times).toFixed(1)} ms (goal ≤ 20), p95 ${quantile(times, 0.95).toFixed(1)} ms (goal ≤ 34)`,
  )
}

/** What playing costs: script per frame, of it for the numbers of the formula, and how steady the frames are. */
async function benchPlay(
  /** @type {import('playwright').Page} */ page,
  /** @type {string} */ address,
) {
  await page.goto(`${address}#/curve?f=tanhsin&start=8&steps=600&run=adam(lr=0.02)`)
  await page.reload()
  await page.waitForSelector('.katex')
  await page.getByRole('button', { name: 'Play' }).click()
  await page.waitForTimeout(1000)
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 100 })
  await session.send('Profiler.start')
  const frames = await page.evaluate(async () => {
    /** @type {number[]} */
    const stamps = []
    for (let i = 0; i < 300; i++)
      stamps.push(await new Promise((done) => requestAnimationFrame(done)))
    return stamps.slice(1).map((t, i) => t - /** @type {number} */ (stamps[i]))
  })
  const { profile } = await session.send('Profiler.stop')
  const inAll = timeIn(profile, (name) => name === 'tick')
  const inFormula = timeIn(profile, (name) => name === 'showNumbers')
  const late = frames.filter((ms) => ms > 17.5).length / frames.length
  print('Playing Adam, 40 steps a second:')
  print(
    `  ${(inAll / frames.length).toFixed(2)} ms of script a frame, ${(inFormula / frames.length).toFixed(2)} ms of it for the numbers of the formula (goal ≤ 0.5)`,
  )
  print(`  ${(100 * late).toFixed(1)} % of frames late`)
}

/**
 * Milliseconds in functions of a name and all that they call.
 * @param {{ nodes: { id: number, callFrame: { functionName: string }, children?: number[] }[], samples?: number[], timeDeltas?: number[] }} profile
 * @param {(name: string) => boolean} isMeant
 */
function timeIn({ nodes, samples = [], timeDeltas = [] }, isMeant) {
  const inside = new Set(
    nodes.filter((node) => isMeant(node.callFrame.functionName)).map((node) => node.id),
  )
  for (const node of nodes)
    if (inside.has(node.id)) for (const child of node.children ?? []) inside.add(child)
  return samples.reduce((sum, id, i) => sum + (inside.has(id) ? (timeDeltas[i] ?? 0) / 1000 : 0), 0)
}

await benchStep()
/** The app built as usual, or with the names of its functions for the profiler. @param {boolean} named */
async function serve(named) {
  const outDir = `node_modules/.cache/bench/${named ? 'named' : 'app'}`
  await build({
    logLevel: 'silent',
    build: { outDir, emptyOutDir: true, ...(named && { minify: false }) },
  })
  return preview({ build: { outDir }, preview: { port: named ? 4212 : 4211 }, logLevel: 'silent' })
}

const servers = [await serve(false), await serve(true)]
const [address = '', named = ''] = servers.map((server) => server.resolvedUrls?.local[0] ?? '')
const executablePath = findBrowser()
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath && { executablePath }),
})
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
await benchDrag(page, address)
await benchPlay(page, named)
await page.close()
await benchSurface(browser, address, print)
await benchGraph(browser, address, print)
await benchMaps(browser, print)
await benchNetwork(browser, print)
await browser.close()
await Promise.all(servers.map((server) => server.close()))
