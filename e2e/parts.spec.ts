// A network that loses a part of the page: every file of the build in turn, in each lab.
import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import { filesOf, lazyParts } from './chunks.ts'
import { expect, test } from './test.ts'

const entry = 'index.html'
/** Everything open that a link can open. */
const links = {
  curve:
    '#/curve?f=soda&start=1.5&steps=20&noise=0.5&run=sgd(lr=5)@cosine(T_max=20)&run=custom(beta=0.9,lr=1)&rule=m=beta*m+g;x=x-lr*m',
  surface:
    '#/surface?f=bowl&start=-4,2.5&steps=20&noise=0.5&run=sgd(lr=0.02)@cosine(T_max=20)&run=custom(beta=0.9,lr=0.01)&rule=m=beta*m+g;x=x-lr*m',
}

/** What someone does before the rest is asked for, by its source file. */
const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'exports.ts': (page) => page.getByRole('button', { name: 'Export' }).click(),
  'examples.ts': (page) => page.getByRole('button', { name: 'Examples' }).click(),
  'savePlot.ts': (page) => page.getByRole('button', { name: 'Chart as SVG' }).click(),
  'zoomBehavior.ts': (page) => page.getByRole('button', { name: 'Zoom in' }).click(),
  'ReliefView.tsx': (page) => page.getByRole('button', { name: '3-D' }).click(),
  'CurvatureLayer.tsx': async (page) => {
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('checkbox', { name: /Curvature ellipse/ }).check()
  },
}
const actOf = (part: string) => acts[part.split('/').at(-1) ?? '']

/** Which part is the first to miss a file. */
function partsMissing(lab: keyof typeof links): Map<string, string> {
  const early = new Set(filesOf(entry))
  const parts = lazyParts(entry, lab).sort((a, b) => Number(!!actOf(a)) - Number(!!actOf(b)))
  const found = new Map<string, string>()
  for (const part of parts)
    for (const file of filesOf(part))
      if (!early.has(file) && !found.has(file)) found.set(file, part)
  return found
}

const unloaded = (page: Page) => page.getByText('This part did not load')

test.use({ expected: /Failed to load resource/, reducedMotion: 'reduce', trace: 'off' })

for (const lab of ['curve', 'surface'] as const) {
  for (const [file, part] of partsMissing(lab)) {
    test(`the ${lab} lab without ${basename(file)} goes on, says so, and has it when it comes`, async ({
      page,
    }) => {
      // What has no network is said at once, without a second try.
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false }))
      await page.route(`**/${file}`, (route) => route.abort())
      await page.goto(links[lab])
      await actOf(part)?.(page)
      await expect(unloaded(page).first()).toBeVisible()
      await expect(
        page
          .getByRole('button', { name: 'Try again' })
          .or(page.getByRole('menuitem', { name: 'Try again' }))
          .first(),
      ).toBeVisible()
      await expect(page.getByRole('link', { name: 'Surface' })).toBeVisible()
      await page.unroute(`**/${file}`)
      await page.evaluate(() => dispatchEvent(new Event('online')))
      const item = page.getByRole('menuitem', { name: 'Try again' })
      if (await item.isVisible()) await item.click()
      await expect(unloaded(page)).toHaveCount(0)
      await expect(page.getByRole('status', { name: 'Outcome' })).not.toBeEmpty()
      await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
    })
  }
}
