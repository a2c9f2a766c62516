// How long the page takes from an input to the frame that paints what it changed.

/**
 * What the stopwatch puts into the page: does an input many times, each a while after the picture of the last one.
 * @typedef {{ timesOf: (act: (i: number) => void) => Promise<number[]> }} Stopwatch
 */

/**
 * @param {import('playwright').Page} page
 * @param {string} painted what changes with each picture
 */
export const installStopwatch = (page, painted = '[data-layer="descent"]') =>
  page.evaluate((selector) => {
    const layer = /** @type {Element} */ (document.querySelector(selector))
    const [inputs, warmUp] = [220, 20]
    const afterFrame = () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => done(performance.now())
          port2.postMessage(0)
        })
      })
    const painted = () =>
      new Promise((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          done(afterFrame())
        })
        observer.observe(layer, {
          subtree: true,
          attributes: true,
          childList: true,
          characterData: true,
        })
      })
    /** @type {Stopwatch} */
    const stopwatch = {
      async timesOf(act) {
        const measured = []
        for (let i = 0; i < inputs; i++) {
          await new Promise((done) => setTimeout(done, 20 + ((i * 7) % 17)))
          const ready = painted()
          const begun = performance.now()
          act(i)
          const end = /** @type {number} */ (await ready)
          if (i >= warmUp) measured.push(end - begun)
        }
        return measured
      },
    }
    Object.assign(window, stopwatch)
  }, painted)

/** @param {number[]} values @param {number} q */
export const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? NaN
