// The surface in three dimensions.
import { expect, open, test } from './test.ts'

test('the relief is turned by keys, and the view from above comes back', async ({ page }) => {
  await open(page, '#/surface?f=himmelblau&start=0.2,-0.6&steps=30&run=sgd(lr=0.01)')
  await page.getByRole('button', { name: '3-D' }).click()
  const relief = page.getByRole('img', { name: 'Surface f(x, y) in three dimensions' })
  await expect(relief).toBeVisible()
  await relief.press('ArrowLeft')
  await relief.press('Home')
  await page.getByRole('button', { name: '3-D' }).click()
  await expect(relief).toHaveCount(0)
})

test('without WebGL there is a sentence and the view from above', async ({ page }) => {
  await page.addInitScript(() => {
    const whole = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
      return kind.startsWith('webgl') ? null : Reflect.apply(whole, this, [kind])
    } as typeof whole
  })
  await open(page, '#/surface?f=x^2+y^2&start=2,1&steps=5&run=sgd(lr=0.1)')
  await page.getByRole('button', { name: '3-D' }).click()
  await expect(page.getByRole('alert', { name: 'Problem' })).toContainText('three dimensions')
  await expect(page.getByRole('button', { name: '3-D' })).toHaveAttribute('aria-pressed', 'false')
})
