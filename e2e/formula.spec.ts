// The update rule on the wall, with the numbers of each step.
import type { Page } from '@playwright/test'
import { expect, lineNumbers, open, readShown, test } from './test.ts'

test('the numbers of the formula are patched, not typeset again', async ({ page }) => {
  await open(page)
  await page
    .locator('[data-quantity="m"] [data-number]')
    .first()
    .evaluate((node) => {
      node.setAttribute('data-same', 'yes')
    })
  await page.getByRole('button', { name: 'Step forward' }).click()
  await page.getByRole('spinbutton', { name: 'Learning rate' }).fill('1')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page.locator('[data-quantity="m"] [data-same="yes"]')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Update rule' })).toContainText('step 2 → 3')
})

test('the numbers of the rule are those of the run, whatever has been changed', async ({
  page,
}) => {
  await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
  await expect.poll(() => lineNumbers(page, 'g')).toEqual([2, 4])
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

test('the start’s line in the formula is the derivative there', async ({ page }) => {
  await open(page, '#/curve?f=log(x)&start=4&steps=3&run=sgd(lr=1)')
  const [at, slope] = await lineNumbers(page, 'g')
  expect([at, slope]).toEqual([4, 0.25])
  expect(readShown('−1.5·10⁻³')).toBe(-0.0015)
})

test('a symbol, its arrow, its slider and its column light up together', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&at=3&run=adam(lr=2)')
  const lit = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => getComputedStyle(node).getPropertyValue('--lit').trim())
  // While the formula still fits itself to its room, the symbol may move away from under the pointer.
  await expect(async () => {
    await page.locator('[data-quantity="v"] [data-name="g"]').first().hover()
    expect(await lit('path.arrow[data-name="g"]')).toBe('1')
    expect(await lit('th[data-name="g"]')).toBe('1')
    expect(await lit('path.arrow[data-name="x"]')).toBe('')
  }).toPass()
  await page.getByRole('slider', { name: 'Beta 1' }).focus()
  await expect.poll(() => lit('[data-quantity="m"] [data-name="beta1"]')).toBe('1')
})

/** How far the numbers of the rule are outside their region. */
const cutOff = (page: Page) =>
  page.getByRole('group', { name: 'Formula' }).evaluate((box) => {
    const right = box.getBoundingClientRect().right
    const ends = [...box.querySelectorAll('.katex')].map((it) => it.getBoundingClientRect().right)
    return Math.max(0, ...ends.map((end) => end - right))
  })

for (const [width, link] of [
  [1280, '#/curve?f=tanhsin&start=8&steps=100&at=10&run=adam(lr=2)'],
  [360, '#/curve?f=tanhsin&start=8&steps=100&at=10&run=adam(lr=2)'],
  [360, '#/curve?f=soda&start=1.5&steps=100&run=sgd(lr=5)'],
] as const) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 740 } })

    test(`the rule of ${link} is not cut off at any step`, async ({ page }) => {
      await open(page, link)
      await expect.poll(() => cutOff(page)).toBe(0)
      for (let i = 0; i < 8; i++) {
        await page.getByRole('button', { name: 'Step forward' }).click()
        await expect.poll(() => cutOff(page)).toBe(0)
      }
    })
  })
}
