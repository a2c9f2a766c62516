// A page that is zoomed, or whose colours the system chooses, loses nothing.
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, open, openWhole, overflow, test } from './test.ts'

const links = {
  curve: '#/curve?f=tanhsin&start=8&steps=15&at=5&run=adam(lr=2)@cosine(T_max=9)',
  surface:
    '#/surface?f=himmelblau&start=0.2,-0.6&steps=60&at=20&run=sgd(lr=0.01)&run=adam(lr=0.3)&run=custom(lr=0.01)&rule=x=x-lr*g',
  network:
    '#/network?data=moons(n=60,noise=0.2)&layers=4:3&batch=16&epochs=4&at=8&run=adam(lr=0.02)@cosine(T_max=12)&run=sgd(lr=0.1,momentum=0.9)',
}

/** The names of all controls that can be scrolled to. */
const controls = (page: Page) =>
  page
    .locator('button, a[href], input, select, textarea, summary, [role=slider]')
    .evaluateAll((all) =>
      all
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map(
          (control) =>
            control.getAttribute('aria-label') ??
            (control as HTMLInputElement).labels?.[0]?.textContent?.trim() ??
            control.textContent?.trim(),
        ),
    )

/** The controls that reach out of the page. */
const cut = (page: Page) =>
  page
    .locator('button, input, select, textarea, summary')
    .evaluateAll((all) =>
      all
        .filter((control) => control.getBoundingClientRect().right > innerWidth)
        .map((control) => control.textContent || control.outerHTML),
    )

for (const [lab, link] of Object.entries(links)) {
  for (const zoom of [2, 4]) {
    // What 1280×1024 pixels are to a page that is zoomed.
    test.describe(`${lab} at ${zoom * 100} %`, () => {
      test.use({
        viewport: { width: 1280 / zoom, height: 1024 / zoom },
        deviceScaleFactor: zoom,
        reducedMotion: 'reduce',
      })

      test('flows anew: all that can be done is there, and nothing scrolls sideways', async ({
        page,
      }) => {
        await openWhole(page, link)
        const more = page.getByRole('button', { name: 'More', exact: true })
        if (await more.isVisible()) await more.click()
        const there = await controls(page)
        expect((await overflow(page)).across).toBeLessThanOrEqual(0)
        expect(await cut(page)).toEqual([])
        await page.setViewportSize({ width: 1280, height: 1024 })
        await expect(page.getByRole('region', { name: 'Loss' })).toBeVisible()
        const missing = (await controls(page)).filter((name) => !there.includes(name))
        // What a drawer holds that is closed where there is less room.
        expect(
          missing.filter(
            (name) => !/^(Chart as SVG|Log scale|Epoch to read|SGD|Adam|Custom)/.test(name ?? ''),
          ),
        ).toEqual([])
      })
    })
  }
}

test.describe('at 400 %, beside the labs', () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, reducedMotion: 'reduce' })

  for (const place of ['#/', '#/lessons', '#/lessons/trap/2', '#/lessons/networks/3'])
    test(`nothing scrolls sideways or is cut at ${place}`, async ({ page }) => {
      await page.goto(`./${place}`)
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      if (/\d$/.test(place))
        await expect(page.getByRole('region', { name: /^(Plot|Network)$/ })).toBeVisible()
      expect((await overflow(page)).across).toBeLessThanOrEqual(0)
      expect(await cut(page)).toEqual([])
    })
})

test.describe('colours of the system', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' })

      test('what is chosen is seen, and formulas keep their letters', async ({ page }) => {
        await open(page, colorScheme === 'light' ? links.surface : links.network)
        const ground = (name: string) =>
          page
            .getByRole('link', { name, exact: true })
            .evaluate((link) => getComputedStyle(link).backgroundColor)
        const [here, elsewhere] =
          colorScheme === 'light' ? ['Surface', 'Curve'] : ['Network', 'Curve']
        expect(await ground(here)).not.toBe(await ground(elsewhere))
        const letter = page.getByRole('region', { name: 'Update rule' }).locator('.katex').first()
        await expect(letter).toHaveCSS('forced-color-adjust', 'none')
        await expectAccessible(page)
      })
    })
  }
})
