// Someone who does not wait.
import { expect, type Page } from '@playwright/test'

/** Goes from link to link, a frame for each, and now and then cancels what is being computed. */
export const hurryThrough = (page: Page, links: readonly string[]): Promise<void> =>
  page.evaluate(async (all) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (const [i, link] of all.entries()) {
      location.hash = link
      await frame()
      if (i % 7 === 0)
        for (const button of document.querySelectorAll('button'))
          if (button.textContent === 'Cancel') button.click()
    }
  }, links)

/** However often someone went on, each kind of worker is there once at most, and one sweeper for each other core. */
export async function expectNoWorkerLeft(page: Page): Promise<void> {
  const cores = await page.evaluate(() => navigator.hardwareConcurrency)
  const kinds = () => page.workers().map((worker) => worker.url().replace(/^.*\/|-.*$/g, ''))
  const most = (kind: string) => (kind === 'sweeperWorker' ? cores - 1 : 1)
  const leftOver = () => {
    const all = kinds()
    return all.filter((kind) => all.filter((other) => other === kind).length > most(kind))
  }
  await expect.poll(leftOver).toEqual([])
  expect(kinds(), 'what is counted').toContain('mapsWorker')
}
