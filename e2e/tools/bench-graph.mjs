// Speed of the graph lab on some 200 nodes: where they stand, and a value that is dragged.

import { load } from './module.mjs'
import { installStopwatch, quantile } from './stopwatch.mjs'

/** @typedef {import('./stopwatch.mjs').Stopwatch} Stopwatch */

const letters = [...'abcdghxy']
/** A sum of many products, in eight variables. */
const f = Array.from({ length: 26 }, (_, i) => {
  const [a, b, c] = [letters[i % 8], letters[(3 * i + 1) % 8], (i % 9) + 1]
  return `sin(${a}*${b}+${c})*tanh(${a}-${c}*${b})`
}).join('+')
const start = letters.map((name, i) => `${name}:${0.1 + 0.1 * i}`).join()

/** @param {(line: string) => void} print */
async function benchLayout(print) {
  const { readGraph } = await load('src/core/graphs/graph.ts', 'bench-graph')
  const { layOut } = await load('src/engine/jobs/layouts.ts', 'bench-layout')
  const { sizeOf, labelSize } = await load('src/labs/graph/picture/sizes.ts', 'bench-sizes')
  const graph = readGraph(f)
  const spec = {
    sizes: graph.nodes.map(sizeOf),
    edges: graph.nodes.flatMap(
      /** @param {{ inputs: number[] }} node @param {number} by */
      ({ inputs }, by) => inputs.map((input) => [input, by]),
    ),
    label: labelSize(graph),
  }
  const times = Array.from({ length: 9 }, () => {
    const begun = performance.now()
    layOut(spec)
    return performance.now() - begun
  })
  print(
    `Graph of ${graph.nodes.length} nodes, laid out: first ${times[0]?.toFixed(0)} ms, then median ${quantile(times.slice(1), 0.5).toFixed(0)} ms (goal ≤ 200)`,
  )
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address of the built page
 * @param {(line: string) => void} print
 */
export async function benchGraph(browser, address, print) {
  await benchLayout(print)
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${address}#/graph?f=${f}&start=${start}&at=60`)
  await page.waitForSelector('[data-node]')
  await page.waitForTimeout(2000)
  await installStopwatch(page, '[data-layer="graph"]')
  const times = await page.evaluate(() => {
    const slider = /** @type {HTMLInputElement} */ (
      document.querySelector('input[type="range"][aria-label="a"]')
    )
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const { timesOf } = /** @type {Stopwatch} */ (/** @type {unknown} */ (window))
    return timesOf((i) => {
      setValue?.call(slider, String(-2 + 0.01 * ((i * 37) % 400)))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    })
  })
  print(
    `  a value dragged to painted numbers: median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms (one frame: 16.7, and the wait for it)`,
  )
  await page.close()
}
