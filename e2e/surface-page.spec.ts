// The surface lab in each layout and theme: nothing is lost, axe finds nothing.
import AxeBuilder from '@axe-core/playwright'
import { expect, open, test } from './test.ts'

const race =
  '#/surface?f=himmelblau&start=0.2,-0.6&steps=60&at=20&run=sgd(lr=0.01)&run=adam(lr=0.3)&run=rmsprop(lr=0.05)'
const noisy = '#/surface?f=basins&start=2.8,1.9&steps=100&noise=1&at=30&run=sgd(lr=0.2)'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const [name, link] of Object.entries({ race, noisy }))
      test(`axe finds nothing, ${name}`, async ({ page }) => {
        await open(page, link)
        await page.getByRole('button', { name: 'Show' }).click()
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      })

    test('axe finds nothing in three dimensions and with all charts', async ({ page }) => {
      await open(page, race)
      await page.getByRole('button', { name: 'Curvature' }).click()
      await page.getByRole('button', { name: '3-D' }).click()
      await expect(page.getByRole('img', { name: /three dimensions/ })).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await page.getByRole('button', { name: 'Along the slope' }).click()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    })
  })
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
])
  test(`nothing scrolls and nothing is cut off at ${viewport.width}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await open(page, race)
    const over = await page.evaluate(() => ({
      x: document.documentElement.scrollWidth - innerWidth,
      y: document.documentElement.scrollHeight - innerHeight,
    }))
    expect(over.x).toBeLessThanOrEqual(0)
    expect(over.y).toBeLessThanOrEqual(0)
    const plot = await page.getByRole('region', { name: 'Plot' }).boundingBox()
    expect(plot?.height).toBeGreaterThan(180)
  })

test('a phone has it all, without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, race)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)
  await expect(page.getByRole('link', { name: 'Curve' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Slow motion' })).toBeVisible()
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('slow motion shows whole lines', async ({ page }) => {
    await open(page, '#/surface?f=bowl&start=-4,2.5&steps=5&run=sgd(lr=0.02,momentum=0.8)')
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('10')
    await page.getByRole('button', { name: 'Slow motion' }).click()
    await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('1')
  })
})
