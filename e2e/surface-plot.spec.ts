// What the surface lab draws and tells beside the paths: models, vectors, slow motion, words.
import type { Page } from '@playwright/test'
import { expect, lineNumbers, open, rowOf, test } from './test.ts'

test('the formula is of one coordinate or of both as vectors, and its numbers recompute', async ({
  page,
}) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=5&at=2&run=sgd(lr=0.04,momentum=0.5)')
  const of = page.getByRole('group', { name: 'Formula of' })
  for (const [name, column] of [
    ['x', 1],
    ['y', 2],
  ] as const) {
    await of.getByRole('button', { name, exact: true }).click()
    await expect.poll(() => lineNumbers(page, 'x').then((numbers) => numbers.length)).toBe(4)
    const [at = 0, lr = 0, memory = 0, next = 0] = await lineNumbers(page, 'x')
    expect(lr).toBe(0.04)
    expect(at - lr * memory).toBeCloseTo(next, 2)
    expect(next).toBeCloseTo((await rowOf(page, 3))[column] ?? Number.NaN, 2)
  }
  await of.getByRole('button', { name: 'vectors' }).click()
  await expect.poll(() => lineNumbers(page, 'x').then((numbers) => numbers.length)).toBe(8)
})

/** All that a status says from now on: a test that looks now and then may miss what is said in between. */
async function wordsOf(page: Page, name: string): Promise<() => Promise<string>> {
  const said = await page.evaluateHandle((label) => {
    const lines: string[] = []
    const status = `[role="status"][aria-label="${label}"]`
    new MutationObserver(() => {
      lines.push(document.querySelector(status)?.textContent ?? '')
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return lines
  }, name)
  return () => said.evaluate((lines) => lines.join('\n'))
}

test('slow motion plays the lines of the rule and then takes the step', async ({ page }) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=5&run=adam(lr=0.5)')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2')
  const said = await wordsOf(page, 'Slow motion')
  await page.getByRole('button', { name: 'Slow motion' }).click()
  await expect.poll(said).toMatch(/keeps 0.9 of itself and takes 0.1 of g.*x moves by/s)
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('1')
  await expect(page.getByRole('status', { name: 'Slow motion' })).toBeHidden()
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('slow motion shows whole lines, on a curve too', async ({ page }) => {
    await open(page, '#/curve?f=tanhsin&start=8&steps=5&run=sgd(lr=0.5,momentum=0.8)')
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('2')
    const said = await wordsOf(page, 'Slow motion')
    await page.getByRole('button', { name: 'Slow motion' }).click()
    await expect.poll(said).toMatch(/x moves by/)
    await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('1')
  })
})

test('what the plot shows is chosen by check boxes', async ({ page }) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=50&at=5&run=adam(lr=0.05)')
  await page.getByRole('button', { name: 'Show' }).click()
  const plot = page.getByRole('region', { name: 'Plot' })
  await page.getByRole('checkbox', { name: 'Curvature ellipse' }).check()
  await expect(plot.getByText(/^λ₁ = /)).toBeAttached()
  await page.getByRole('checkbox', { name: 'Quadratic model' }).check()
  await expect(plot.getByText('Newton', { exact: true })).toBeAttached()
  await page.getByRole('checkbox', { name: 'Linear model' }).check()
  const note = page.getByRole('note', { name: 'Local models' })
  await expect(note).toContainText('λ₁ = 20, λ₂ = 2: condition number 10')
  await expect(note).toContainText(/Linear model: this step changes f by .*; in truth by/)
  await expect(note).toContainText(/Its minimum is a step of/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: 'Quadratic model' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Show' })).toBeFocused()
})

test('the view follows the point where that is wanted', async ({ page }) => {
  await open(page, '#/surface?f=himmelblau&start=0.2,-0.6&steps=60&run=adam(lr=0.3)')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('checkbox', { name: 'Follow the point' }).check()
  await page.keyboard.press('Escape')
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('slider', { name: 'Iteration' }).fill('55')
  const plot = await page.getByRole('region', { name: 'Plot' }).boundingBox()
  await expect
    .poll(async () => {
      const point = await page.locator('circle.now').boundingBox()
      return plot && point ? Math.abs(point.x - plot.x - plot.width / 2) / plot.width : 1
    })
    .toBeLessThan(0.4)
})

test('a symbol of the rule and its vector light up together', async ({ page }) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=5&run=adam(lr=0.5)')
  const lit = (name: string) =>
    page
      .locator(`path.arrow[data-name="${name}"]`)
      .first()
      .evaluate((node) => getComputedStyle(node).getPropertyValue('--lit').trim())
  // While the formula still fits itself to its room, the symbol may move away from under the pointer.
  await expect(async () => {
    await page.locator('[data-quantity="m"] [data-name="m"]').first().hover()
    expect(await lit('m')).toBe('1')
  }).toPass()
  expect(await lit('v')).toBe('')
})

test('the path is told in words and numbers', async ({ page }) => {
  await open(page, '#/surface?f=bowl&start=-4,2.5&steps=60&run=sgd(lr=0.05)')
  const story = page.getByRole('note', { name: 'The path in words' })
  await expect(story).toContainText('x = −4, y = 2.5')
  await expect(story).toContainText('minimum at x = 0, y = 0, f = 0')
})
