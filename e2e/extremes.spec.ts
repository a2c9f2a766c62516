// Numbers at the ends of what a computer can hold: the page stays quiet, which `test` asserts, and shows its parts.
import { expect, open, test } from './test.ts'

for (const link of [
  '#/curve?f=x&start=1e307&run=sgd(lr=1e307)',
  '#/curve?f=soda&params=V:1e-300&start=1.5&steps=100&run=sgd(lr=5)',
  '#/curve?f=1e308&start=3',
  '#/curve?f=1e-320*x&start=1',
  '#/surface?f=1e-320*(x^2%2By^2)&start=1,1',
  '#/curve?f=square&start=1&steps=60&run=sgd(lr=1e308)',
  '#/curve?f=x^2&start=1e-300&steps=9&run=adam(lr=1e-300)',
]) {
  test(`${link} is quiet`, async ({ page }) => {
    await open(page, link)
    await page.keyboard.press('ArrowRight')
    await page.getByRole('slider', { name: 'Iteration' }).press('End')
    await page.getByRole('checkbox', { name: 'Log scale' }).check()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
    await expect(page.getByText('This part has failed')).toHaveCount(0)
  })
}

for (const [link, start] of [
  ['#/curve?f=x^2&start=1000&steps=100&run=sgd(lr=0.1)', '1000'],
  ['#/curve?f=x^2/20&start=8000&steps=50&run=adam(lr=2)', '8000'],
] as const) {
  test(`${link} has its start in view`, async ({ page }) => {
    await open(page, link)
    await expect(page.getByText(`start ${start}`, { exact: true })).toBeVisible()
    const plot = await page.getByRole('region', { name: 'Plot' }).boundingBox()
    const handle = await page.getByRole('slider', { name: 'Start' }).boundingBox()
    expect(handle?.x).toBeGreaterThan(plot?.x as number)
    expect((handle?.x as number) + 22).toBeLessThan((plot?.x as number) + (plot?.width as number))
  })
}
