// Small things that were wrong once.
import type { Page } from '@playwright/test'
import { expect, lineNumbers, open, test } from './test.ts'

test('the numbers of the rule are those of the run, whatever has been changed', async ({
  page,
}) => {
  await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
  expect(await lineNumbers(page, 'g')).toEqual([2, 4])
  await page.getByRole('textbox', { name: 'Expression' }).fill('x^2/4')
  await expect.poll(() => lineNumbers(page, 'g')).toEqual([2, 1])
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect.poll(() => lineNumbers(page, 'x')).toEqual([1.9, 0.1, 0.95, 1.805])
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam')
  await page.getByRole('spinbutton', { name: 'Learning rate' }).fill('0.5')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect.poll(async () => (await lineNumbers(page, 'x')).at(-1)).toBe(1.5)
  await page.getByRole('combobox', { name: 'Function' }).selectOption('square')
  await expect.poll(() => lineNumbers(page, 'g')).toEqual([2.5, 5])
})

test('items of menus are called by their names, with a description', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Export' }).click()
  for (const name of ['CSV', 'JSON']) {
    const item = page.getByRole('menuitem', { name, exact: true })
    await expect(item).toHaveAccessibleName(name)
    await expect(item).toHaveAccessibleDescription(/\w/)
  }
})

test('a row that is clicked stays under the pointer', async ({ page }) => {
  await open(page, '#/curve?f=square&steps=400&run=sgd(lr=0.01)')
  const row = page.locator('tr[data-step="3"]')
  const before = await row.boundingBox()
  await row.click()
  await expect(row).toHaveAttribute('aria-current', 'step')
  expect(await row.boundingBox()).toEqual(before)
})

test('a million steps are written out, in table and transport alike', async ({ page }) => {
  await open(page, '#/curve?f=square&steps=1000000&at=1000000&run=sgd(lr=1e-6)')
  await expect(page.getByText('step 1,000,000 of 1,000,000')).toBeVisible()
  await expect(page.locator('tr[data-step="1000000"] td').first()).toHaveText('1000000')
})

test('the focus stays on the plot when the view is fitted', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Fit view' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Fit view' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused()
})

test('Home and End move the start to the ends of the picture', async ({ page }) => {
  await open(page)
  const start = page.getByRole('slider', { name: 'Start' })
  await start.press('Home')
  await expect(start).toHaveAttribute('aria-valuenow', '-10')
  await start.press('End')
  await expect(start).toHaveAttribute('aria-valuenow', '10')
})

/** How far the numbers of the rule are outside their region. */
const cutOff = (page: Page) =>
  page.getByRole('group', { name: 'Formula' }).evaluate((box) => {
    const right = box.getBoundingClientRect().right
    const ends = [...box.querySelectorAll('.katex')].map((it) => it.getBoundingClientRect().right)
    return Math.max(0, ...ends.map((end) => end - right))
  })

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
]) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport })

    for (const link of [
      '#/curve?f=tanhsin&start=8&steps=100&run=sgd(lr=0.1)',
      '#/curve?f=tanhsin&start=8&steps=100&at=10&run=adam(lr=2)',
      '#/curve?f=soda&start=1.5&steps=100&run=sgd(lr=5)',
    ]) {
      test(`the rule of ${link} is not cut off at any step`, async ({ page }) => {
        await open(page, link)
        await expect.poll(() => cutOff(page)).toBe(0)
        for (let i = 0; i < 8; i++) {
          await page.getByRole('button', { name: 'Step forward' }).click()
          await expect.poll(() => cutOff(page)).toBe(0)
        }
      })
    }

    test('nothing is lost', async ({ page }) => {
      await open(page)
      for (const name of ['Keys', 'Zoom in', 'Zoom out', 'Theme', 'Export'])
        await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
    })
  })
}
