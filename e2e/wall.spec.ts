// How talks look: from the back row, to axe, and on a phone.
import type { Page } from '@playwright/test'
import { examples } from '../src/labs/graph/examples.ts'
import { examples as maps } from '../src/labs/maps/examples.ts'
import { expectAccessible, rulesOf } from './axe.ts'
import { button, curve, onWall, speakerOf, talkOf, ten } from './talk.ts'
import { comingRules, expect, nodeOf, overflow, test } from './test.ts'

const large = examples.find(({ name }) => /micrograd/.test(name))?.link ?? ''

const halls = {
  'a curve': '#/curve?f=tanhsin&at=3&run=adam(lr=2)',
  'a surface': '#/surface?f=bowl&start=-4,2.5&steps=20&at=3&run=adam(lr=0.02)',
  'a graph': '#/graph?f=2*(x*y%2Bmax(z,w))&start=x:3,y:-4,z:2,w:-1&at=6',
  'a graph too large to be seen whole': `${large}&at=30`,
  'a network': '#/network?data=circle&layers=4:3&batch=20&epochs=20&at=60&run=adam(lr=0.02)',
  'the deepest network': `#/network?data=circle&layers=${'8:'.repeat(5)}8&epochs=1&run=adam(lr=0.02)`,
  'a map': '#/maps?f=himmelblau&steps=50&run=adam(lr=0.1)&size=32',
} as const

for (const theme of ['light', 'dark'] as const)
  test.describe(`a hall with a projector, ${theme}`, () => {
    test.use({
      viewport: { width: 1920, height: 1080 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    })

    for (const [what, link] of Object.entries(halls))
      test(`${what} is read from the back row`, async ({ page }) => {
        await page.goto(talkOf(link))
        await expect(page.getByRole('main').locator('.katex').last()).toBeVisible()
        await expect(comingRules(page)).toHaveCount(0)
        await expect.poll(() => smallWords(page)).toEqual([])
        await expectAccessible(page, 'color-contrast-enhanced')
        expect(await scrolled(page)).toEqual([])
      })
  })

test('a graph too large for the wall begins with its variables, and follows its steps', async ({
  page,
}) => {
  await page.goto(talkOf(large, `${large}&at=26`))
  const [input, result] = [nodeOf(page, /^Node 1 of/), nodeOf(page, /: f, /)]
  await expect(input).toBeInViewport({ ratio: 0.9 })
  await expect(result).not.toBeInViewport()
  await page.keyboard.press('PageDown')
  await expect(result).toBeInViewport({ ratio: 0.9 })
  await expect(input).not.toBeInViewport()
})

test.describe('maps on a wall', () => {
  test.use({ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' })

  for (const { name, link } of maps)
    test(`${name}: what the colours mean is read whole, beside what is seen`, async ({ page }) => {
      await page.goto(talkOf(`${link.replace(/&size=\d+/, '')}&size=64`))
      const rows = page.getByRole('table', { name: 'Outcomes' }).getByRole('row')
      await expect(rows.nth(1)).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: 'The map is whole' })).toBeAttached()
      await expect(rows.first()).toBeInViewport({ ratio: 0.95 })
      await expect(rows.last()).toBeInViewport({ ratio: 0.95 })
      // Nothing is set on a wall, and what is set comes with the controls.
      const shows = page.getByRole('combobox', { name: 'Show' })
      await expect(shows).toHaveCount(0)
      await button(page, 'Panels').click()
      await page.getByRole('checkbox', { name: 'Controls' }).check()
      await expect(shows).toBeVisible()
      await expect(page.getByRole('table', { name: 'Outcomes' })).toHaveCount(1)
    })
})

/** Pictures of which a part is out of sight. */
const scrolled = (page: Page) =>
  page
    .getByRole('main')
    .locator('[data-drawn] [data-scrolls]')
    .evaluateAll((all) =>
      all.flatMap(({ scrollWidth, clientWidth }) =>
        scrollWidth > clientWidth ? [`${scrollWidth} in ${clientWidth}`] : [],
      ),
    )

/** Words below 24 pixels, and formulas below 32. */
const smallWords = (page: Page) =>
  page.evaluate(() => {
    const least = { text: 24, formula: 32 }
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement
      if (
        !element ||
        !node.nodeValue?.trim() ||
        !element.checkVisibility({ opacityProperty: true })
      )
        continue
      if (element.closest('.visually-hidden, .katex-mathml, option, [hidden]')) continue
      // Raised and lowered signs are part of their formula.
      const formula = element.closest('.katex')
      const { fontSize } = getComputedStyle(formula ?? element)
      const drawn = element.closest('svg')
      const zoom = drawn ? ((element as unknown as SVGGraphicsElement).getScreenCTM()?.a ?? 1) : 1
      const size = Number.parseFloat(fontSize) * zoom
      if (size < least[formula ? 'formula' : 'text'] - 0.05)
        found.push(`${node.nodeValue.trim().slice(0, 40)}: ${size.toFixed(1)}`)
    }
    return [...new Set(found)]
  })

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing where talks are made and led, in the ${theme} theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const rules = rulesOf(theme)
    await page.goto(talkOf(curve(1), '#/nowhere').replace('present', 'present/edit'))
    await expect(page.getByRole('list', { name: 'Scenes' })).toBeVisible()
    await expectAccessible(page, ...rules)
    await page.goto(talkOf(curve(1), curve(2)))
    await onWall(page, 'Scene 1', 1)
    await button(page, 'Panels').click()
    await page.getByRole('checkbox', { name: 'Controls' }).check()
    await expectAccessible(page, ...rules)
    await page.keyboard.press('Escape')
    await button(page, 'QR code').click()
    await expectAccessible(page, ...rules)
    const speaker = await speakerOf(page)
    await expect(speaker.getByRole('region', { name: 'Plot' }).first()).toBeVisible()
    await expectAccessible(speaker, ...rules)
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('nothing is wider than the screen', async ({ page }) => {
    const isNarrow = async () => expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    await page.goto('#/present')
    await expect(page.getByText('that is a scene')).toBeVisible()
    await isNarrow()
    await page.goto(ten.replace('present', 'present/edit'))
    await expect(page.getByRole('textbox', { name: 'Name of scene 10' })).toBeVisible()
    await isNarrow()
    await page.goto(ten)
    await onWall(page, 'Scene 1', 1)
    await isNarrow()
  })
})

/** What each step of 2·4 + 1 = 9, 9³ = 729 and its way back brings. */
const numbers = ['8', '9', '729', '243', '486']

for (const { name, step, shown, hidden } of [
  { name: 'no number of a graph is seen before', step: 0, shown: ['4'], hidden: numbers },
  { name: 'all numbers of a graph are seen once', step: 7, shown: numbers, hidden: [] },
])
  test(`on a wall ${name} it has been computed`, async ({ page }) => {
    const scene = encodeURIComponent(`/graph?f=(2x+1)^3&start=x:4&at=${step}`)
    await page.goto(`#/present?scene=${scene}`)
    const texts = page.getByRole('region', { name: 'Graph' }).locator('text')
    const seen = () =>
      texts.evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility({ opacityProperty: true }))
          .map(({ textContent }) => textContent ?? '')
          .join(' '),
      )
    await expect(page.getByText(`step ${step} of 7`).last()).toBeVisible()
    for (const number of shown) await expect.poll(seen).toContain(number)
    for (const number of hidden) expect(await seen()).not.toContain(number)
  })
