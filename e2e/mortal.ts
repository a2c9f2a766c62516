// Workers that can be killed, as a browser that runs out of memory kills them.
import type { Page } from '@playwright/test'

/**
 * Lets the workers of the pages that are loaded from now on be killed.
 * @returns kills those whose place among the living is a bit that is set, all if none is said, and says how many
 */
export async function mortal(page: Page): Promise<(bits?: number) => Promise<number>> {
  await page.addInitScript(() => {
    const living = new Set<Worker>()
    const Own = Worker
    window.Worker = class extends Own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        living.add(this)
      }
      override terminate() {
        living.delete(this)
        super.terminate()
      }
    }
    const kill = (bits: number) => {
      const chosen = [...living].filter((_, place) => (bits >> place) & 1)
      for (const worker of chosen) {
        worker.terminate()
        worker.dispatchEvent(new Event('error'))
      }
      return chosen.length
    }
    Object.assign(window, { kill })
  })
  return (bits = -1) =>
    page.evaluate(
      (chosen) => (window as unknown as { kill: (bits: number) => number }).kill(chosen),
      bits,
    )
}
