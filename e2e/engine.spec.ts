// Workers that die, fall silent, do not arrive, or are not there at all: nobody has to reload the page.
import type { Page } from '@playwright/test'
import { isolating } from '../build/isolating.mjs'
import { mortal } from './mortal.ts'
import { expect, open, rowOf, test } from './test.ts'

const curve = '#/curve?f=x^2&start=3&steps=5&run=sgd(lr=0.1)'
const surface = '#/surface?f=x^2+y^2&start=3,1&steps=5&noise=0.1&run=sgd(lr=0.1)'
const alert = (page: Page) => page.getByRole('alert', { name: 'Problem' })
const tryAgain = (page: Page) => alert(page).getByRole('button', { name: 'Try again' })
const learningRate = (page: Page) => page.getByRole('spinbutton', { name: 'Learning rate' })
const outcome = (page: Page) => page.getByRole('status', { name: 'Outcome' })

/** Instead of the script of the worker of runs comes, so many times, something else or nothing. Returns how often so far. */
async function replaceScript(page: Page, times: number, body?: string): Promise<() => number> {
  let replaced = 0
  await page.route('**/runsWorker-*.js', (route) => {
    // The page asks for it ahead, with its origin; it is the worker's own request that counts.
    if ('origin' in route.request().headers() || replaced === times) return route.fallback()
    replaced++
    return body === undefined
      ? route.abort()
      : route.fulfill({ contentType: 'text/javascript', headers: isolating, body })
  })
  return () => replaced
}
const mute = "postMessage({ type: 'ready' })"

test('in each of some rounds all workers die, and everything comes again', async ({ page }) => {
  const kill = await mortal(page)
  await open(page, surface)
  const level = page.getByRole('list', { name: 'Points where it is level' })
  const repeats = page.getByRole('note', { name: 'Repeats' })
  for (const round of [1, 2, 3, 4]) {
    await expect(level).toContainText(`x = ${round - 1}`)
    await expect(repeats).toBeAttached()
    expect(await kill()).toBeGreaterThanOrEqual(2)
    await page.getByRole('textbox', { name: 'Expression' }).fill(`(x - ${round})^2 + y^2`)
    await expect.poll(async () => (await rowOf(page, 0))[3]).toBe((3 - round) ** 2 + 1)
  }
  await expect(alert(page)).toBeHidden()
})

test('workers that die again and again while something is asked: the next wish is met', async ({
  page,
}) => {
  const kill = await mortal(page)
  await open(page, curve)
  for (const lr of ['0.2', '0.3', '0.4']) {
    await kill()
    await learningRate(page).fill(lr)
    await kill()
  }
  await learningRate(page).fill('0.5')
  await expect.poll(async () => (await rowOf(page, 1))[1]).toBe(0)
})

test('a worker that falls silent is replaced, and the run comes', async ({ page }) => {
  await replaceScript(page, 1, mute)
  await page.goto(curve)
  await expect(outcome(page)).not.toBeEmpty()
  await expect(alert(page)).toBeHidden()
})

test('a worker that falls silent twice is said in a sentence, and tried again by a button', async ({
  page,
}) => {
  await replaceScript(page, 2, mute)
  await page.goto(curve)
  await expect(alert(page)).toContainText('stopped answering twice')
  await tryAgain(page).click()
  await expect(outcome(page)).not.toBeEmpty()
  await expect(alert(page)).toBeHidden()
})

test.describe('a script that does not arrive', () => {
  test.use({ expected: /Failed to load resource/ })

  test('is said in a sentence, and tried again by a button', async ({ page }) => {
    const refused = await replaceScript(page, 4)
    await page.goto(curve)
    await expect(alert(page)).toContainText('did not load')
    await tryAgain(page).click()
    await expect.poll(refused).toBe(4)
    await expect(alert(page)).toContainText('did not load')
    await tryAgain(page).click()
    await expect(outcome(page)).not.toBeEmpty()
    await expect(alert(page)).toBeHidden()
  })

  test('is tried again by itself when the network is back', async ({ page }) => {
    await replaceScript(page, 2)
    await page.goto(curve)
    await expect(alert(page)).toContainText('did not load')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect(outcome(page)).not.toBeEmpty()
    await expect(alert(page)).toBeHidden()
  })

  test('is tried again with the next change', async ({ page }) => {
    await replaceScript(page, 2)
    await page.goto(curve)
    await expect(alert(page)).toContainText('did not load')
    await page.evaluate(() => {
      location.hash = '#/curve?f=x^2&start=3&steps=5&run=sgd(lr=0.5)'
    })
    await expect(outcome(page)).not.toBeEmpty()
    await expect(alert(page)).toBeHidden()
  })

  test('can be noted, and is said again when it fails again', async ({ page }) => {
    await replaceScript(page, Number.POSITIVE_INFINITY)
    await page.goto(curve)
    await alert(page).getByRole('button', { name: 'Dismiss' }).click()
    await expect(alert(page)).toBeHidden()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect(alert(page)).toContainText('did not load')
  })
})

test('a browser without workers is told what to do', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'))
  await page.goto(curve)
  await expect(alert(page)).toContainText('this browser has no Web Workers')
  await expect(alert(page)).toContainText('Open the page in a current browser')
  await expect(tryAgain(page)).toHaveCount(0)
})
