// Speed of the surface lab at 1920×1080: ten racers of a thousand steps each, and new heights for a new function.

import { installStopwatch, quantile } from './stopwatch.mjs'

/** @typedef {import('./stopwatch.mjs').Stopwatch} Stopwatch */

const racers = [
  'sgd(lr=0.0005)',
  'sgd(lr=0.0005,momentum=0.9)',
  'sgd(lr=0.0005,momentum=0.9,nesterov)',
  'adam(lr=0.02)',
  'adamw(lr=0.02)',
  'rmsprop(lr=0.005)',
  'adagrad(lr=0.1)',
  'adamax(lr=0.02)',
  'nadam(lr=0.01)',
  'adadelta(lr=1)',
]
const race = `#/surface?f=rosenbrock&start=-1.5,2&steps=1000&${racers.map((run) => `run=${run}`).join('&')}`

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address of the built page
 * @param {(line: string) => void} print
 */
export async function benchSurface(browser, address, print) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(`${address}${race}`)
  await page.waitForSelector('.katex')
  await page.waitForSelector('[data-layer="descent"] circle')
  await page.waitForTimeout(3000)
  await installStopwatch(page)
  const drags = await page.evaluate(dragStart)
  print('Surface, 10 racers × 1,000 steps at 1920×1080:')
  print(
    `  start dragged to painted paths: median ${quantile(drags, 0.5).toFixed(1)} ms, p95 ${quantile(drags, 0.95).toFixed(1)} ms (goal ≤ 34)`,
  )
  await page.waitForTimeout(2000)
  await page.getByRole('button', { name: 'Play' }).click()
  await page.waitForTimeout(1000)
  const frames = await page.evaluate(async () => {
    /** @type {number[]} */
    const stamps = []
    for (let i = 0; i < 500; i++)
      stamps.push(await new Promise((done) => requestAnimationFrame(done)))
    return stamps.slice(1).map((t, i) => t - /** @type {number} */ (stamps[i]))
  })
  const late = frames.filter((ms) => ms > 17.5).length / frames.length
  print(`  playing: ${(100 * late).toFixed(1)} % of frames later than 17.5 ms (goal ≤ 5)`)
  await page.close()
}

/** Drags the start about, and answers how long each move took until its paths were painted. */
function dragStart() {
  const handle = /** @type {SVGGElement} */ (
    document.querySelector('[role="slider"][aria-label="Start"]')
  )
  const svg = /** @type {SVGSVGElement} */ (handle.ownerSVGElement)
  const box = svg.getBoundingClientRect()
  /** @param {EventTarget} target @param {string} type @param {number} across */
  const send = (target, type, across) =>
    target.dispatchEvent(
      new MouseEvent(type, {
        view: window,
        clientX: box.left + across * box.width,
        clientY: box.top + 0.4 * box.height,
        bubbles: true,
      }),
    )
  send(handle, 'mousedown', 0.3)
  const { timesOf } = /** @type {Stopwatch} */ (/** @type {unknown} */ (window))
  return timesOf((i) => send(window, 'mousemove', 0.3 + 0.002 * ((i * 37) % 100)))
}
