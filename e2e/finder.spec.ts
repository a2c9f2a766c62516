// Find a learning rate: one training for each, whole, and the one that is taken trains.
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { apart, lossesOf, region, trainedFrom } from './network.ts'
import { expect, exported, open, outcome, overflow, test } from './test.ts'

const small =
  '#/network?data=circle(n=80)&layers=8:8&activation=tanh&loss=mse&batch=16&epochs=30&seed=1'
const link = `${small}&run=sgd(lr=0.01)`
/** Longer than anyone waits here. */
const long = `${small.replace('epochs=30', 'epochs=100000')}&run=sgd(lr=0.01)`

const finder = (page: Page) => region(page, 'Find a learning rate')
const button = (page: Page, name: string | RegExp) => finder(page).getByRole('button', { name })
const verdict = (page: Page) => finder(page).getByRole('status')
const reading = (page: Page) => finder(page).getByRole('slider', { name: /^Learning rate to read/ })
const rate = (page: Page) => page.getByRole('spinbutton', { name: 'Learning rate' })

async function openFinder(page: Page, at = link) {
  await open(page, at)
  await page.getByRole('button', { name: 'Find a learning rate' }).click()
  // What is opened is seen, however much stands beside it.
  await expect(button(page, /^Try \d+ rates$/)).toBeInViewport({ ratio: 1 })
}

/** Tries all rates, and tells which is the best. */
async function find(page: Page, at = link): Promise<string> {
  await openFinder(page, at)
  await button(page, 'Try 33 rates').click()
  await expect(verdict(page)).toContainText(/^Lowest at/)
  const [, best = ''] = /^Lowest at (\S+)\. /.exec((await verdict(page).textContent()) ?? '') ?? []
  return best
}

const column = async (page: Page) =>
  (await exported(page, 'Learning rates'))
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','))

test('every rate comes to what training with it comes to, and says where it diverged', async ({
  page,
}) => {
  await find(page)
  await expect(finder(page)).toContainText('33 rates × 30 epochs')
  const rows = await column(page)
  expect(rows).toHaveLength(33)
  for (const [lr, kind, batches, epochs, loss, validation] of rows) {
    const [training] = trainedFrom(`${small}&run=sgd(lr=${lr})`)
    expect(training?.outcome, lr).toMatchObject({ kind, step: Number(batches) })
    if (kind === 'diverged') {
      expect([loss, validation]).toEqual(['', ''])
      continue
    }
    expect(epochs).toBe('30')
    const [a = [], b = []] = [training?.losses, training?.validation]
    expect(apart([Number(loss), Number(validation)], [a[30] ?? 0, b[30] ?? 0])).toBeLessThan(1e-9)
  }
  expect(rows.at(-1)?.[1]).toBe('diverged')
  await expect(verdict(page)).toContainText(/It diverges (from|at) /)
  await expect(finder(page).getByText('diverged', { exact: true })).toBeVisible()
  await reading(page).press('End')
  await expect(reading(page)).toHaveAttribute(
    'aria-valuetext',
    /^η = \d+: diverged after \d+ batch(es)?, in epoch \d+$/,
  )
})

test('the best rate is taken by keys: the training has it, and the link', async ({ page }) => {
  const best = await find(page)
  await reading(page).focus()
  await expect(reading(page)).toHaveAttribute('aria-valuetext', /^η = 0\.01: validation loss /)
  for (let i = 0; i < 32; i++) {
    if ((await reading(page).getAttribute('aria-valuetext'))?.startsWith(`η = ${best}:`)) break
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Enter')
  await expect(rate(page)).toHaveValue(best)
  await expect(page).toHaveURL(new RegExp(`run=sgd\\(lr=${best.replace('.', '\\.')}\\)`))
  await expect(button(page, 'Take')).toHaveCount(0)
  const rows = await column(page)
  const wanted = rows.find(([lr]) => lr === best)?.[4]
  await page.keyboard.press('Escape')
  await page.getByRole('slider', { name: 'Iteration' }).press('End')
  await expect(outcome(page)).toContainText(/^Trained for 30 epochs/)
  const losses = await lossesOf(page, 'SGD')
  expect(apart([losses[30] ?? 0], [Number(wanted)])).toBeLessThan(1e-9)
})

test('on the way a rate that is clicked holds from there on', async ({ page }) => {
  await find(page, `${link}&at=20`)
  const chart = finder(page).getByRole('group', { name: /^Loss over learning rates/ })
  const { width = 0, height = 0 } = (await chart.boundingBox()) ?? {}
  await chart.hover({ position: { x: 0.7 * width, y: 0.4 * height } })
  const read = finder(page).getByText(/^η = /)
  await expect(read).not.toContainText(/^η = 0\.01:/)
  const [, there = ''] = /^η = (\S+):/.exec((await read.textContent()) ?? '') ?? []
  await chart.click({ position: { x: 0.7 * width, y: 0.4 * height } })
  await expect(rate(page)).toHaveValue(there)
  await expect(page).toHaveURL(new RegExp(`change=20\\(lr=${there.replace('.', '\\.')}\\)`))
  await expect(region(page, 'Optimizers').getByRole('listitem')).toContainText('from batch 20')
  await expect(verdict(page)).toContainText(/^Lowest at/)
})

test('it is cancelled, goes on, and ends with its chart', async ({ page }) => {
  await openFinder(page, long)
  await expect(finder(page)).toContainText(/33 rates × [\d,]+ epochs of 100,000/)
  await button(page, 'Try 33 rates').click()
  await expect(finder(page).getByRole('progressbar')).toBeVisible()
  await button(page, 'Cancel').click()
  await expect(button(page, 'Go on')).toBeVisible()
  await button(page, 'Go on').click()
  await expect(button(page, 'Cancel')).toBeVisible()
  await page.getByRole('button', { name: 'Find a learning rate' }).click()
  await page.getByRole('button', { name: 'Find a learning rate' }).click()
  await expect(button(page, 'Go on')).toBeVisible()
  await expect(finder(page).getByRole('progressbar')).toHaveCount(0)
})

test('of another training nothing is known, which is said; undone, it is known again', async ({
  page,
}) => {
  await find(page)
  const units = page.getByRole('spinbutton', { name: 'Units in layer 1' })
  await units.fill('5')
  await units.press('Enter')
  await expect(finder(page)).toContainText('Something else is trained now')
  await expect(verdict(page)).toBeEmpty()
  await expect(reading(page)).toHaveCount(0)
  await expect(button(page, 'Try 33 rates')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(verdict(page)).toContainText(/^Lowest at/)
  await expect(finder(page)).not.toContainText('Something else is trained now')
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in a hand, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme })
    test('it fits, and axe finds nothing wrong', async ({ page }) => {
      const best = await find(page)
      expect((await overflow(page)).across).toBeLessThanOrEqual(0)
      await expectAccessible(page)
      await button(page, `Take ${best}`).click()
      await expect(rate(page)).toHaveValue(best)
    })
  })
