// The surface lab in each layout and theme: nothing is lost, axe finds nothing.
import { expectAccessible, rulesOf } from './axe.ts'
import { expect, open, openWhole, overflow, test } from './test.ts'

const race =
  '#/surface?f=himmelblau&start=0.2,-0.6&steps=60&at=20&run=sgd(lr=0.01)&run=adam(lr=0.3)&run=rmsprop(lr=0.05)'

const noisy = '#/surface?f=basins&start=2.8,1.9&steps=100&noise=1&at=30&run=sgd(lr=0.2)'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('axe finds nothing with noise', async ({ page }) => {
      await open(page, noisy)
      await page.getByRole('button', { name: 'Show' }).click()
      await expectAccessible(page, ...rulesOf(colorScheme))
    })

    test('axe finds nothing in three dimensions', async ({ page }) => {
      await open(page, race)
      await page.getByRole('button', { name: '3-D' }).click()
      await expect(page.getByRole('img', { name: /three dimensions/ })).toBeVisible()
      await expectAccessible(page, ...rulesOf(colorScheme))
    })

    test('axe finds nothing with all charts', async ({ page }) => {
      await open(page, race)
      await page.getByRole('button', { name: 'Curvature' }).click()
      await page.getByRole('button', { name: 'Along the slope' }).click()
      await expectAccessible(page, ...rulesOf(colorScheme))
    })
  })
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport })
    test('nothing scrolls and nothing is cut off', async ({ page }) => {
      await openWhole(page, race)
      const { across, down } = await overflow(page)
      expect(across).toBeLessThanOrEqual(0)
      expect(down).toBeLessThanOrEqual(0)
      const plot = await page.getByRole('region', { name: 'Plot' }).boundingBox()
      expect(plot?.height).toBeGreaterThanOrEqual(340)
    })
  })
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  test('has it all, without scrolling sideways', async ({ page }) => {
    await openWhole(page, race)
    expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    await expect(page.getByRole('link', { name: 'Curve' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Slow motion' })).toBeVisible()
  })
})
