// One page may hold several labs, each on its own. The page of this test is built as the real one is, by the same
// configuration, but by the test itself: what visitors load does not have it.
import type { Locator, Page } from '@playwright/test'
import { build, preview } from 'vite'
import { expectAccessible } from './axe.ts'
import { test as base, comingRules, expect } from './test.ts'

const test = base.extend<object, { twoLabs: string }>({
  twoLabs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off its first parameter
    async ({}, use, { workerIndex }) => {
      const output = { outDir: `test-results/two-labs-${workerIndex}`, emptyOutDir: true }
      const input = 'e2e/twoLabs/index.html'
      await build({ logLevel: 'error', build: { ...output, rolldownOptions: { input } } })
      const server = await preview({ logLevel: 'error', build: output, preview: { port: 0 } })
      await use(server.resolvedUrls?.local[0] ?? '')
      await server.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ twoLabs }, use) => use(twoLabs),
})

// Built once: all in the same worker.
test.describe.configure({ mode: 'default' })

const first = (page: Page) => page.getByRole('figure', { name: 'first' })
const second = (page: Page) => page.getByRole('figure', { name: 'second' })
const step = (lab: Locator) => lab.getByRole('slider', { name: 'Iteration' })
const spinbutton = (lab: Locator, name: string) => lab.getByRole('spinbutton', { name })
const fitButton = (lab: Locator) => lab.getByRole('button', { name: 'Fit view' })

const curve = '#/curve?f=x^2&start=3&steps=400&run=sgd(lr=0.01)'
const surface = '#/surface?f=x^2+10y^2&start=3,-1&steps=300&run=sgd(lr=0.01,momentum=0.9)'

const network =
  '#/network?data=xor(n=40)&layers=3:2&batch=8&epochs=6&seed=1&run=adam(lr=0.02)&run=sgd(lr=0.1)'

async function openBoth(page: Page, ...links: [string, string]) {
  const query = links.map((link) => `lab=${encodeURIComponent(link)}`).join('&')
  await page.goto(`e2e/twoLabs/index.html?${query}`)
  for (const lab of [first(page), second(page)]) {
    await expect(lab.getByRole('status', { name: 'Outcome' })).not.toBeEmpty()
    await expect(lab.locator('.katex').first()).toBeAttached()
    await expect(comingRules(lab)).toHaveCount(0)
    // Parts come one after the other, those of both labs in turn.
    await expect(lab.getByRole('slider', { name: 'Learning rate' }).first()).toBeVisible()
  }
}

async function expectNamesOfTheirOwn(page: Page) {
  const ids = await page
    .locator('[id]')
    .evaluateAll((all) => all.map(({ id }) => id).filter((id, i, ids) => ids.indexOf(id) !== i))
  expect(ids).toEqual([])
  await expectAccessible(
    page,
    'landmark-unique',
    'landmark-no-duplicate-main',
    'landmark-main-is-top-level',
    'region',
    'duplicate-id-aria',
    'aria-valid-attr-value',
  )
}

test('two labs play side by side, and the one that is stopped stands still alone', async ({
  page,
}) => {
  await openBoth(page, curve, surface)
  for (const lab of [first(page), second(page)])
    await lab.getByRole('button', { name: 'Play' }).click()
  for (const lab of [first(page), second(page)]) await expect(step(lab)).not.toHaveValue('0')
  await first(page).getByRole('button', { name: 'Pause' }).click()
  const stands = await step(first(page)).inputValue()
  const other = await step(second(page)).inputValue()
  await expect(step(second(page))).not.toHaveValue(other)
  await expect(step(first(page))).toHaveValue(stands)
})

test('two labs of one kind share nothing: a change of one, its undo and its window', async ({
  page,
}) => {
  await openBoth(page, curve, `${curve}&view=0:4`)
  await expect(fitButton(first(page))).toHaveCount(0)
  await spinbutton(first(page), 'Start x').fill('2')
  await spinbutton(first(page), 'Start x').press('Enter')
  await spinbutton(second(page), 'Start x').fill('1')
  await spinbutton(second(page), 'Start x').press('Enter')
  await first(page).getByRole('button', { name: 'Step forward' }).click()
  await page.keyboard.press('Control+z')
  await expect(spinbutton(first(page), 'Start x')).toHaveValue('3')
  await expect(spinbutton(second(page), 'Start x')).toHaveValue('1')
  await expect(step(second(page))).toHaveValue('0')
  await first(page).getByRole('button', { name: 'Zoom in' }).click()
  await expect(fitButton(first(page))).toBeVisible()
  await fitButton(second(page)).click()
  await expect(fitButton(second(page))).toHaveCount(0)
  await expect(fitButton(first(page))).toBeVisible()
})

test('keys mean the lab that has the focus', async ({ page }) => {
  await openBoth(page, curve, surface)
  const start = second(page).getByRole('button', { name: 'Reset' })
  await start.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await expect(step(second(page))).toHaveValue('3')
  await expect(step(first(page))).toHaveValue('0')
  await page.keyboard.press('l')
  await expect(second(page).getByRole('slider', { name: 'Learning rate' })).toBeFocused()
  await first(page).getByRole('button', { name: 'Reset' }).focus()
  await page.keyboard.press('End')
  await expect(step(first(page))).toHaveValue('400')
  await page.keyboard.press('l')
  await expect(first(page).getByRole('slider', { name: 'Learning rate' })).toBeFocused()
  await page.keyboard.press('r')
  await expect(step(first(page))).toHaveValue('0')
  await expect(step(second(page))).toHaveValue('3')
})

test('what one shows and lights, the other does not', async ({ page }) => {
  await openBoth(page, `${surface}&show=field`, surface)
  for (const [lab, isOn] of [
    [first(page), true],
    [second(page), false],
  ] as const) {
    await lab.getByRole('button', { name: 'Show' }).click()
    await expect(lab.getByRole('checkbox', { name: 'Gradient field' })).toBeChecked({
      checked: isOn,
    })
    await page.keyboard.press('Escape')
  }
  const rate = (lab: Locator) => lab.getByRole('slider', { name: 'Learning rate' })
  const lit = (lab: Locator) =>
    rate(lab).evaluate((slider) => getComputedStyle(slider).getPropertyValue('--lit'))
  await rate(second(page)).hover()
  await expect.poll(() => lit(second(page))).toBe('1')
  expect(await lit(first(page))).toBe('')
  await first(page).getByRole('button', { name: 'Slow motion' }).click()
  const shaded = (lab: Locator) =>
    lab
      .locator('[data-line]')
      .evaluateAll((lines) =>
        lines.some((line) => getComputedStyle(line).backgroundColor !== 'rgba(0, 0, 0, 0)'),
      )
  await expect.poll(() => shaded(first(page))).toBe(true)
  expect(await shaded(second(page))).toBe(false)
})

test('two networks train each on its own, with its own changes, undo and names', async ({
  page,
}) => {
  await openBoth(page, network, network.replace('seed=1', 'seed=2'))
  const outcomes = [first(page), second(page)].map((lab) =>
    lab.getByRole('status', { name: 'Outcome' }),
  )
  await second(page).getByRole('button', { name: 'Reset' }).focus()
  await page.keyboard.press('End')
  await expect(outcomes[1] as Locator).toContainText('Trained for 6 epochs')
  await expect(outcomes[0] as Locator).toContainText('epoch 0 of 6')
  const units = (lab: Locator) => spinbutton(lab, 'Units in layer 1')
  await units(first(page)).fill('5')
  await expect(units(first(page))).toHaveValue('5')
  await expect(units(second(page))).toHaveValue('3')
  await expect(outcomes[1] as Locator).toContainText('Trained for 6 epochs')
  await page.keyboard.press('Control+z')
  await expect(units(first(page))).toHaveValue('3')
  await first(page).getByRole('button', { name: 'One epoch' }).click()
  await expect(step(first(page))).toHaveValue('4')
  await expect(step(second(page))).toHaveValue('24')
  await expectNamesOfTheirOwn(page)
})

test('a page of two labs begins where it begins, and its parts have names of their own', async ({
  page,
}) => {
  await openBoth(page, curve, surface)
  await expect(page.locator('body')).toBeFocused()
  await expectNamesOfTheirOwn(page)
})
