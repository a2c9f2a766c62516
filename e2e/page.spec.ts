// What holds for the whole page: layouts, themes, accessibility, keys, policy.
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, open, test } from './test.ts'

const layouts = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
]
const shown = '#/curve?f=tanhsin&start=8&steps=15&at=5&run=adam(lr=2)'
/** Everything that a run can have, open at once. */
const race =
  '#/curve?f=tanhsin&start=8&steps=20&at=5&run=adamw(lr=0.5,bugs=l2-decay)@warmup(steps=3)@multistep(milestones=8:12)&run=lbfgs(lr=1)@cyclic(base_lr=0.1,max_lr=1,cycle_momentum=false)&run=custom(beta=0.9,lr=0.5)&rule=m=beta*m+g;x=x-lr*m&run=sgd(lr=0.1,from=0:4)'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of layouts) {
    test.describe(`${viewport.width}×${viewport.height}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme })

      test('axe finds nothing', async ({ page }) => {
        await open(page, shown)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
      })

      test('axe finds nothing in a race', async ({ page }) => {
        await open(page, race)
        await expect(page.getByRole('img', { name: /^Learning rate over/ })).toHaveCount(2)
        await page.getByRole('textbox', { name: 'Rule' }).fill('m = beta*(m + g')
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
      })

      test('nothing is cut off or scrolls sideways', async ({ page }) => {
        await open(page, shown)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
        if (viewport.width >= 1280) {
          expect(
            await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
          ).toBeLessThanOrEqual(0)
        }
        for (const name of ['Play', 'Copy link', 'Open', 'Export', 'Theme', 'Examples']) {
          await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
        }
        for (const name of ['Function', 'Optimizer', 'Speed'])
          await expect(page.getByRole('combobox', { name })).toBeVisible()
        for (const name of ['Trace', 'Loss']) {
          const region = page.getByRole('region', { name, exact: true })
          await expect(region.getByRole('button', { name })).toHaveAttribute(
            'aria-expanded',
            String(viewport.width >= 768),
          )
        }
      })
    })
  }
}

test('axe finds nothing in menus, dialogs, problems and a diverged run', async ({ page }) => {
  await open(page, '#/curve?f=square&start=1&steps=60&colour=red&run=sgd(lr=1.3)')
  await expect(page.getByRole('button', { name: /Largest learning rate/ })).toBeVisible()
  await expect(page.getByRole('alert', { name: 'Problem' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Expression' }).fill('x^2 + sin x')
  await page.getByRole('button', { name: 'Export' }).click()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keys' }).click()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('text keeps a contrast of 4.5 on every ground, in both themes', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8')
  const colours = new Map(
    [...tokens.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
      ([, name, ...both]) => [name, both] as const,
    ),
  )
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
      const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string) => {
    const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (bright + 0.05) / (dark + 0.05)
  }
  const racers = [...colours.keys()].filter((name) => name?.startsWith('run-'))
  expect(racers).toHaveLength(10)
  for (const ink of [
    ...racers,
    'ink',
    'muted',
    'gradient',
    'step',
    'memory',
    'scale',
    'rate',
    'good',
    'bad',
  ]) {
    for (const ground of ['paper', 'card', 'wash']) {
      for (const theme of [0, 1]) {
        const [a, b] = [colours.get(ink)?.[theme], colours.get(ground)?.[theme]]
        expect(
          contrast(a as string, b as string),
          `${ink} on ${ground}, ${theme}`,
        ).toBeGreaterThanOrEqual(4.5)
      }
    }
  }
})

test('the theme follows the system until someone chooses, and the choice is kept', async ({
  page,
}) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  const dark = await paper()
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await paper()
  expect(light).not.toBe(dark)
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('button', { name: 'Theme' }).click()
  expect(await paper()).toBe(dark)
  await page.reload()
  await expect.poll(paper).toBe(dark)
})

test.describe('keys', () => {
  const iteration = (page: Page) => page.getByRole('slider', { name: 'Iteration' })

  test('play, step, and go to the ends', async ({ page }) => {
    await open(page, '#/curve?f=square&steps=600&run=sgd(lr=0.01)')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await expect(iteration(page)).toHaveValue('1')
    await page.keyboard.press('End')
    await expect(iteration(page)).toHaveValue('600')
    await page.keyboard.press('Home')
    await expect(iteration(page)).toHaveValue('0')
    await page.locator('body').press('Space')
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  })

  test('arrows belong to the slider, number, select or table that has the focus', async ({
    page,
  }) => {
    await open(page)
    for (const control of [
      page.getByRole('slider', { name: 'Beta 1' }),
      page.getByRole('spinbutton', { name: 'Steps' }),
      page.getByRole('combobox', { name: 'Speed' }),
      page.getByRole('region', { name: 'Table of the run' }),
    ]) {
      await control.focus()
      await page.keyboard.press('ArrowRight')
      await expect(iteration(page)).toHaveValue('0')
    }
  })

  test('letters work, not in text, and can be switched off', async ({ page }) => {
    await open(page)
    await page.keyboard.press('End')
    await page.keyboard.press('r')
    await expect(iteration(page)).toHaveValue('0')
    await page.keyboard.press('l')
    await expect(page.getByRole('slider', { name: 'Learning rate' })).toBeFocused()
    await page.getByRole('textbox', { name: 'Expression' }).focus()
    await page.keyboard.press('End')
    await page.keyboard.type('+r')
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue(/\+r$/)
    await page.getByRole('button', { name: 'Play' }).focus()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await expect(dialog).toBeVisible()
    await dialog.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(dialog).toBeHidden()
  })

  test('every control is reached by Tab', async ({ page }) => {
    await open(page)
    const reached = new Set<string>()
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      reached.add(
        await page.evaluate(() => {
          const element = document.activeElement as HTMLElement
          const label = element.getAttribute('aria-labelledby')
          return (
            element.getAttribute('aria-label') ??
            (label ? document.getElementById(label)?.textContent : undefined) ??
            (element as HTMLInputElement).labels?.[0]?.textContent ??
            element.textContent ??
            ''
          ).trim()
        }),
      )
    }
    for (const name of [
      'Function',
      'Expression',
      'Start x',
      'Steps',
      'Start',
      'Zoom in',
      'Play',
      'Iteration',
      'Speed',
      'Optimizer',
      'Learning rate',
      'AMSGrad',
      'Table of the run',
      'Log scale',
      'Formula',
      'Export',
      'Theme',
    ]) {
      expect(
        [...reached].some((text) => text.startsWith(name)),
        name,
      ).toBe(true)
    }
  })

  test('menus go by arrows and close by Escape', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Export' }).press('Enter')
    await expect(page.getByRole('menuitem', { name: 'CSV' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'JSON' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()
  })
})

test.describe('with reduced motion', () => {
  test.use({ reducedMotion: 'reduce' })

  test('the playhead moves in whole steps', async ({ page }) => {
    await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)')
    const places = await page.evaluate(async () => {
      const button = document.querySelector<HTMLElement>('[aria-label="Play"]')
      button?.click()
      const seen = new Set<string>()
      for (let i = 0; i < 40; i++) {
        await new Promise((done) => requestAnimationFrame(done))
        seen.add(document.querySelector('circle.now')?.getAttribute('cx') ?? '')
      }
      return seen.size
    })
    expect(places).toBeLessThanOrEqual(5)
  })
})

test('what changes as it plays is said in a polite live region', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page.locator('[aria-live="polite"]')).toContainText('Step 1: x = 6, f = 1.528')
})

test('the policy is in the page, and the fonts are WOFF2 of the page’s own', async ({ page }) => {
  const fonts: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'font') fonts.push(new URL(response.url()).pathname)
  })
  await open(page, '#/curve?f=where(x<1,x^2,2*x)/(1+sqrt(x^2+1)/x^2)&start=2&run=rprop')
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe-inline')
  expect(fonts.length).toBeGreaterThan(2)
  for (const font of fonts) expect(font).toMatch(/\.woff2$/)
  const missing = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter((face) => face.status === 'error').map((face) => face.family)
  })
  expect(missing).toEqual([])
})

test('the built folder runs from any sub-path', async ({ page, baseURL }) => {
  await page.route('**/deep/below/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/deep/below/', '/')
    const response = await route.fetch({ url: new URL(path, baseURL).href })
    await route.fulfill({ response })
  })
  await open(page, 'deep/below/')
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  // What still loads is none of this test's business.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
