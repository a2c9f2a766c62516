// Layouts, by the sizes of screens: nothing is cut off and axe finds nothing.
import type { Page } from '@playwright/test'
import { expectAccessible, rulesOf } from './axe.ts'
import { expect, open, openWhole, overflow, problem, test, untilTypeset } from './test.ts'

/** In which layout axe looks in which theme: the widest has the parts of the wide one, and themes differ in colours alone. */
const layouts = [
  { width: 1280, height: 720, themes: ['light', 'dark'] },
  { width: 1920, height: 1080, themes: [] },
  { width: 768, height: 1024, themes: ['light'] },
  { width: 360, height: 740, themes: ['light', 'dark'] },
] as const

const shown = '#/curve?f=tanhsin&start=8&steps=15&at=5&run=adam(lr=2)'

/** Everything that a run can have, open at once. */
const race =
  '#/curve?f=tanhsin&start=8&steps=20&at=5&run=adamw(lr=0.5,bugs=l2-decay)@warmup(steps=3)@multistep(milestones=8:12)&run=lbfgs(lr=1)@cyclic(base_lr=0.1,max_lr=1,cycle_momentum=false)&run=custom(beta=0.9,lr=0.5)&rule=m=beta*m+g;x=x-lr*m&run=sgd(lr=0.1,from=0:4)'

for (const { width, height, themes } of layouts) {
  test.describe(`${width}×${height}`, () => {
    test.use({ viewport: { width, height } })

    test('nothing is cut off or scrolls sideways', async ({ page }) => {
      await openWhole(page, shown)
      const { across, down } = await overflow(page)
      expect(across).toBeLessThanOrEqual(0)
      if (width >= 1280) expect(down).toBeLessThanOrEqual(0)
      const more = page.getByRole('button', { name: 'More' })
      if (await more.isVisible()) await more.click()
      for (const name of [
        'Play',
        'Copy link',
        'Open',
        'Export',
        'Theme',
        'Examples',
        'Keys',
        'Zoom in',
        'Zoom out',
      ])
        await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
      for (const name of ['Function', 'Optimizer', 'Speed'])
        await expect(page.getByRole('combobox', { name })).toBeVisible()
      for (const name of ['Trace', 'Loss']) {
        const region = page.getByRole('region', { name, exact: true })
        await expect(region.getByRole('button', { name })).toHaveAttribute(
          'aria-expanded',
          String(width >= 768),
        )
      }
    })

    test('nothing scrolls sideways in a race', async ({ page }) => {
      await openWhole(page, race)
      await expect(page.getByRole('img', { name: /^Learning rate over/ })).toHaveCount(2)
      expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    })

    for (const colorScheme of themes) {
      test.describe(colorScheme, () => {
        test.use({ colorScheme })

        test('axe finds nothing', async ({ page }) => {
          await open(page, shown)
          await expectAccessible(page, ...rulesOf(colorScheme))
        })

        test('axe finds nothing in a race with a rule that cannot be read', async ({ page }) => {
          await open(page, race)
          await expect(page.getByRole('img', { name: /^Learning rate over/ })).toHaveCount(2)
          await page.getByRole('textbox', { name: 'Rule' }).fill('m = beta*(m + g')
          await expect(page.getByRole('textbox', { name: 'Rule' })).toHaveAccessibleDescription(
            /line 1/,
          )
          await expectAccessible(page, ...rulesOf(colorScheme))
        })
      })
    }
  })
}

/** The smallest type of a region: of words on a plot, of a rule without what is raised or lowered. */
const typeOf = (page: Page, name: string) =>
  page
    .getByRole('region', { name, exact: true })
    .locator('svg text, .katex')
    .evaluateAll((all) =>
      Math.min(
        ...all
          .filter(({ isConnected }) => isConnected)
          .map((text) => Number.parseFloat(getComputedStyle(text).fontSize)),
      ),
    )

const plotHeight = async (page: Page) =>
  (await page.getByRole('group', { name: /with the paths on it$/ }).boundingBox())?.height

/** How what scrolls shows that there is more. */
const cutBoxes = (page: Page) =>
  page.locator('*').evaluateAll((all) =>
    all
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
      .map((box) => getComputedStyle(box))
      .filter(({ overflowY }) => overflowY === 'auto' || overflowY === 'scroll')
      .map(({ backgroundImage }) => backgroundImage),
  )

const diverged = '#/curve?f=square&start=1&steps=60&colour=red&run=sgd(lr=1.3)'

test.describe('a plot that is the page', () => {
  test.use({ viewport: { width: 1280, height: 720 } })

  test('is high, and all that runs an experiment is in sight', async ({ page }) => {
    await openWhole(page, shown)
    expect(await plotHeight(page)).toBeGreaterThanOrEqual(340)
    const panel = page.getByRole('region', { name: 'Optimizers' })
    for (const slider of await panel.getByRole('slider').all())
      await expect(slider).toBeInViewport({ ratio: 1 })
    for (const name of ['Function', 'Optimizer', 'Schedule'])
      await expect(page.getByRole('combobox', { name })).toBeInViewport({ ratio: 1 })
    expect(await typeOf(page, 'Update rule')).toBeGreaterThanOrEqual(13)
  })

  test('a rule keeps its size while it is stepped through, and shows where there is more', async ({
    page,
  }) => {
    await openWhole(page, race)
    await untilTypeset(page)
    const size = await typeOf(page, 'Update rule')
    expect(size).toBeGreaterThanOrEqual(13)
    for (let step = 0; step < 15; step++) {
      await page.getByRole('button', { name: 'Step forward' }).click()
      expect(await typeOf(page, 'Update rule')).toBe(size)
    }
    expect(await plotHeight(page)).toBeGreaterThanOrEqual(340)
    for (const cut of await cutBoxes(page)) expect(cut).toContain('gradient')
  })
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('a swipe that begins on a slider scrolls the page and leaves the value', async ({
    page,
  }) => {
    await open(page, shown)
    const slider = page.getByRole('slider', { name: 'Learning rate' })
    await slider.evaluate((input) => input.scrollIntoView({ block: 'center' }))
    const { x, y, width, height } = (await slider.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    }
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up = 0) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: x + width * 0.3, y: y + height / 2 - up }],
      })
    const before = await page.evaluate(() => scrollY)
    await touch('touchStart')
    for (let up = 10; up <= 150; up += 10) await touch('touchMove', up)
    await touch('touchEnd')
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
    await expect(slider).toHaveAttribute('aria-valuetext', '2')
    await expect(page).toHaveURL(/adam\(lr=2\)/)
  })

  for (const width of [360, 412])
    test(`what is touched is large enough, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 })
      await open(page, shown)
      await expectAccessible(page, 'target-size')
    })

  test('is held in one hand: one line of header, wide sliders, and the plot stays', async ({
    page,
  }) => {
    await open(page, shown)
    expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThanOrEqual(56)
    const sliders = await page.getByRole('region', { name: 'Optimizers' }).getByRole('slider').all()
    expect(sliders.length).toBeGreaterThan(3)
    for (const slider of sliders)
      expect((await slider.boundingBox())?.width).toBeGreaterThanOrEqual(200)
    const small = await page.locator('input, select').evaluateAll((all) =>
      all
        .filter((field) => field.checkVisibility() && !field.matches('[type=checkbox]'))
        .map((field) => Number.parseFloat(getComputedStyle(field).fontSize))
        .filter((size) => size < 16),
    )
    expect(small).toEqual([])
    const last = sliders.at(-1)
    await last?.focus()
    await last?.press('ArrowRight')
    await expect(page.getByRole('slider', { name: 'Start' })).toBeInViewport({ ratio: 1 })
  })
})

test.describe('a page that scrolls', () => {
  test.use({ viewport: { width: 768, height: 1024 } })

  test('scrolls over the plot too, and says how it is zoomed', async ({ page }) => {
    await open(page, shown)
    const plot = page.getByRole('group', { name: /with the paths on it$/ })
    await plot.hover({ position: { x: 300, y: 200 } })
    await page.mouse.wheel(0, 200)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(200)
    await expect(page.locator('[data-hint*="wheel zooms"]')).toBeVisible()
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await expect(page.getByRole('button', { name: 'Fit view' })).toBeVisible()
    expect(await page.evaluate(() => scrollY)).toBe(200)
  })
})

test.describe('a wall', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('is read from the back row', async ({ page }) => {
    await openWhole(page, shown)
    expect(await typeOf(page, 'Plot')).toBeGreaterThanOrEqual(18)
    expect(await typeOf(page, 'Update rule')).toBeGreaterThanOrEqual(24)
    expect(await plotHeight(page)).toBeGreaterThanOrEqual(520)
  })
})

test('axe finds nothing in a menu', async ({ page }) => {
  await open(page, shown)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('menuitem', { name: 'CSV' })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing in a dialog', async ({ page }) => {
  await open(page, shown)
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing in a problem with a link, an expression and a diverged run', async ({
  page,
}) => {
  await open(page, diverged)
  await expect(page.getByRole('button', { name: /Largest learning rate/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Expression' }).fill('x^2 + sin x cos x')
  await expect(problem(page)).toContainText('sin(x)')
  await expectAccessible(page)
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
