// What a screen reader hears: what changes, at most once a second, whatever changes how fast.
import type { Page } from '@playwright/test'
import { expect, open, outcome, test } from './test.ts'

interface Spoken {
  readonly words: string
  /** ms */
  readonly at: number
}

/** Notes what all polite places of the page say from now on. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const spoken: Spoken[] = []
    Object.assign(window, { spoken })
    const places = '[aria-live=polite], [role=status]:not([aria-live=off])'
    new MutationObserver((changes) => {
      const changed = changes.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement
        return element?.closest(places) ?? []
      })
      for (const place of new Set(changed)) {
        const words = place.textContent?.trim() ?? ''
        if (words) spoken.push({ words, at: performance.now() })
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { spoken: readonly Spoken[] }).spoken)

/** A second each, of which a busy machine takes as much as half: who is flooded hears ten a second. */
function expectCalm(spoken: readonly Spoken[]) {
  const [first, last] = [spoken[0], spoken.at(-1)]
  if (!first || !last) throw new Error('Nothing was said')
  expect(last.at - first.at).toBeGreaterThanOrEqual((spoken.length - 1) * 500)
}

const enough = 3

test('a run that plays is told once a second', async ({ page }) => {
  await open(page, '#/surface?f=himmelblau&start=0.2,-0.6&steps=900&run=sgd(lr=0.001)')
  await listen(page)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => (await heard(page)).length).toBeGreaterThanOrEqual(enough)
  const spoken = await heard(page)
  for (const { words } of spoken) expect(words).toMatch(/^Step \d+: x = .+, f = .+, slope /)
  expectCalm(spoken)
})

test('a training that plays is told once a second', async ({ page }) => {
  await open(page, '#/network?data=xor(n=40)&layers=3&batch=8&epochs=400&run=sgd(lr=0.01)')
  await listen(page)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const place = /epoch .+ of 400 · training loss /
  const places = async () => (await heard(page)).filter(({ words }) => place.test(words)).length
  await expect.poll(places).toBeGreaterThanOrEqual(enough)
  const spoken = await heard(page)
  // That all is trained is news too, whenever it comes.
  const news = new RegExp(`^Trained for 400 epochs: the loss is |^${place.source}`)
  for (const { words } of spoken) expect(words).toMatch(news)
  expectCalm(spoken)
})

test('a slider that is moved is told by its outcome, once a second', async ({ page }) => {
  await open(page, '#/curve?f=square&start=3&steps=20&run=sgd(lr=0.1)')
  await listen(page)
  const slider = page.getByRole('slider', { name: 'Learning rate' })
  await slider.focus()
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowRight')
      return (await heard(page)).length
    })
    .toBeGreaterThanOrEqual(enough)
  expectCalm(await heard(page))
  // The recording of the last value is still to come.
  const isToldLast = async () =>
    (await heard(page)).at(-1)?.words.includes(await outcome(page).innerText())
  await expect.poll(isToldLast).toBe(true)
})

test('slow motion is told in the same voice', async ({ page }) => {
  await open(page, '#/curve?f=square&start=3&steps=20&run=adam(lr=0.1)')
  await listen(page)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('5')
  await page.getByRole('button', { name: 'Slow motion' }).click()
  await expect.poll(async () => (await heard(page)).length).toBeGreaterThanOrEqual(enough - 1)
  expectCalm(await heard(page))
})
