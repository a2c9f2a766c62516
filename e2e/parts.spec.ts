// A network that loses a part of the page: every file of the build in turn, in each lab; and what is broken by itself.
import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import { filesOf, keyNamed, lazyParts } from './chunks.ts'
import { expect, open, outcome, problem, rowOf, test } from './test.ts'

const entry = 'index.html'
/** Everything open that a link can open. */
const links = {
  curve:
    '#/curve?f=soda&start=1.5&steps=20&noise=0.01&run=sgd(lr=5)@cosine(T_max=20)&run=custom(beta=0.9,lr=1)&rule=m=beta*m+g;x=x-lr*m',
  surface:
    '#/surface?f=bowl&start=-4,2.5&steps=20&noise=0.5&run=sgd(lr=0.02)@cosine(T_max=20)&run=custom(beta=0.9,lr=0.01)&rule=m=beta*m+g;x=x-lr*m',
}
const plain = '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)'

/** What someone does before the rest is asked for, by its source file. */
const acts = new Map<string, (page: Page) => Promise<void>>([
  ['exports', (page) => page.getByRole('button', { name: 'Export' }).click()],
  ['examples', (page) => page.getByRole('button', { name: 'Examples' }).click()],
  ['MenuList', (page) => page.getByRole('button', { name: 'Examples' }).click()],
  // The same files are in what Export loads.
  ['savePlot', (page) => page.getByRole('button', { name: 'Chart as SVG' }).click()],
  ['Share', (page) => page.getByRole('button', { name: 'Share' }).click()],
  ['dialogs', (page) => page.getByRole('button', { name: 'Keys' }).click()],
  ['zoomBehavior', (page) => page.getByRole('button', { name: 'Zoom in' }).click()],
  ['ReliefView', (page) => page.getByRole('button', { name: '3-D' }).click()],
  ['CurvatureCharts', (page) => page.getByRole('button', { name: 'Curvature' }).click()],
  [
    'CurvatureLayer',
    async (page) => {
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.getByRole('checkbox', { name: /Curvature ellipse/ }).check()
    },
  ],
])
/** Nobody waits for these: what they add is missed without a word, or told where it is asked for (below). */
const graces = [
  'morph',
  'hints',
  'slowMotion',
  'SlowMotionCaption',
  'openFile',
  'keepOffline',
  'afterFirst',
  'carried',
  'framing',
  // Only maps point at runs.
  'Preview',
]
/** A source file has the same name as the chunk that it becomes where others need it, too. */
const nameOf = (part: string) =>
  basename(part)
    .replace(/^_(.+)-.{8}\.js$/, '$1')
    .replace(/\.tsx?$/, '')
const isGrace = (part: string) => graces.includes(nameOf(part))

/** The lab comes first, then what comes by itself. */
const turn = (part: string) =>
  part.endsWith('Lab.tsx') ? -2 : [...acts.keys()].indexOf(nameOf(part))

/** The files that come later than the page, by the first part that misses them. */
function missable(lab: keyof typeof links): Map<string, string[]> {
  const known = new Set(filesOf(entry))
  const found = new Map<string, string[]>()
  const parts = lazyParts(entry, lab).filter((part) => !isGrace(part))
  for (const part of parts.sort((a, b) => turn(a) - turn(b))) {
    const files = filesOf(part).filter((file) => !known.has(file) && isMissed(file, lab))
    for (const file of files) known.add(file)
    if (files.length) found.set(part, files)
  }
  return found
}
const sheetsOfCurve = new Set(
  [...missable('curve').values()].flat().filter((file) => file.endsWith('.css')),
)
/** A style sheet that both labs have is missed in one. */
function isMissed(file: string, lab: keyof typeof links): boolean {
  return lab === 'curve' || !sheetsOfCurve.has(file)
}

/** What comes after the first picture: most of the panels. */
const [later = '', laterStyles = ''] = ['.js', '.css'].map(
  (ending) => filesOf(keyNamed('later')).find((file) => file.endsWith(ending)) ?? '',
)

const unloaded = (page: Page) => page.getByText('This part did not load')
const plot = (page: Page) => page.getByRole('region', { name: 'Plot' })
const step = (page: Page) => page.getByRole('button', { name: 'Step forward' })
const comesBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')))
async function triesAgain(page: Page): Promise<void> {
  await comesBack(page)
  // A menu waits to be opened again.
  const again = page.getByRole('menuitem', { name: 'Try again' })
  if (await again.isVisible()) await again.click({ timeout: 2000 })
}

/** Refuses files, until they are let through one by one. */
async function refuse(page: Page, files: readonly string[]) {
  const missing = new Set(files)
  let refused: string[] = []
  const missed = (url: URL) => [...missing].find((file) => url.pathname.endsWith(`/${file}`))
  await page.route(
    (url) => Boolean(missed(url)),
    (route, request) => {
      refused.push(missed(new URL(request.url())) ?? '')
      return route.abort()
    },
  )
  return {
    /** Lets the first through that has been asked for in vain since the last. */
    async letOneThrough() {
      await expect(async () => {
        if (refused.length === 0) await triesAgain(page)
        expect(refused.length).toBeGreaterThan(0)
      }).toPass()
      missing.delete(refused[0] ?? '')
      refused = []
    },
  }
}

test.use({
  expected: /Failed to load resource|Broken on purpose|preloaded using link preload/,
  reducedMotion: 'reduce',
})

test.describe('without', () => {
  // What has no network is said at once, without a second try.
  test.beforeEach(({ page }) =>
    page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false })),
  )

  for (const lab of ['curve', 'surface'] as const) {
    for (const [part, files] of missable(lab)) {
      test(`${nameOf(part)} the ${lab} lab goes on, says so, and has it when its files have come one by one`, async ({
        page,
      }) => {
        const gate = await refuse(page, files)
        await page.goto(links[lab])
        await acts.get(nameOf(part))?.(page)
        await expect(unloaded(page).first()).toBeVisible()
        await expect(page.getByRole('link', { name: 'Surface' })).toBeVisible()
        if (!part.endsWith('Lab.tsx')) await expect(plot(page)).toBeVisible()
        for (const _ of files) {
          await expect(unloaded(page).first()).toBeVisible()
          await gate.letOneThrough()
        }
        await expect(async () => {
          await triesAgain(page)
          await expect(unloaded(page)).toHaveCount(0, { timeout: 2000 })
        }).toPass()
        await expect(outcome(page)).not.toBeEmpty()
        await expect(plot(page)).toBeVisible()
      })
    }
  }

  test('what only adds grace nothing is missed', async ({ page }) => {
    await page.route(/(morph|hints|d3-transition)-[^/]*\.js$/, (route) => route.abort())
    await open(page, plain)
    await page.keyboard.press('Shift')
    await page.getByRole('textbox', { name: 'Expression' }).fill('x^2 + 1')
    await expect.poll(async () => (await rowOf(page, 0))[2]).toBe(5)
    await expect(page.getByText('did not load')).toHaveCount(0)
  })

  test('slow motion it is said where it is asked for, and tried again', async ({ page }) => {
    await page.route('**/slowMotion-*.js', (route) => route.abort())
    await open(page, plain)
    const button = page.getByRole('button', { name: 'Slow motion' })
    await button.click()
    await expect(problem(page)).toContainText('Slow motion did not load')
    await page.unroute('**/slowMotion-*.js')
    await problem(page).getByRole('button', { name: 'Try again' }).click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  })

  test('what opens files it is said when someone opens one, and opened when that is tried again', async ({
    page,
  }) => {
    await page.route('**/openFile-*.js', (route) => route.abort())
    await open(page, plain)
    const saved = {
      f: 'x^4',
      start: [1],
      steps: 7,
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
    }
    await page.locator('input[type=file]').setInputFiles({
      name: 'saved.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(saved)),
    })
    await expect(problem(page)).toContainText('What opens files did not load')
    await page.unroute('**/openFile-*.js')
    await problem(page).getByRole('button', { name: 'Try again' }).click()
    await expect(page).toHaveURL(/f=x\^4&start=1&steps=7/)
  })

  for (const file of filesOf(entry).filter((name) => name.endsWith('.js'))) {
    test(`${basename(file)} the page says in plain words what to do`, async ({ page }) => {
      await page.route(`**/${file}`, (route) => route.abort())
      await page.goto(plain)
      await expect(page.getByText('a part of it did not arrive: reload the page')).toBeVisible()
    })
  }

  test('fonts everything else is there', async ({ page }) => {
    await page.route('**/*.woff2', (route) => route.abort())
    await open(page, plain)
    await expect(plot(page)).toBeVisible()
    await expect(unloaded(page)).toHaveCount(0)
  })

  test('what a chart is saved with it is said, and saved when someone tries again', async ({
    page,
  }) => {
    await page.route('**/savePlot-*.js', (route) => route.abort())
    await open(page, plain)
    await page.getByRole('button', { name: 'Chart as SVG' }).click()
    await expect(problem(page)).toContainText('The chart could not be saved')
    await page.unroute('**/savePlot-*.js')
    const saved = page.waitForEvent('download')
    await problem(page).getByRole('button', { name: 'Try again' }).click()
    expect((await saved).suggestedFilename()).toBe('descent-loss.svg')
  })
})

test('what does not load is tried again by itself, then said, then tried at the press of a button', async ({
  page,
}) => {
  let refusals = 0
  await page.route(`**/${later}`, (route) => {
    refusals++
    return route.abort()
  })
  await page.goto(plain)
  await expect(unloaded(page).first()).toBeVisible()
  expect(refusals).toBeGreaterThanOrEqual(3)
  await page.unroute(`**/${later}`)
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('region', { name: 'Update rule' })).toBeVisible()
  await expect(unloaded(page)).toHaveCount(0)
})

test('a network that stumbles is not spoken of', async ({ page }) => {
  let refusals = 0
  await page.route(`**/${laterStyles}`, (route) => {
    if (refusals === 2) return route.continue()
    refusals++
    return route.abort()
  })
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => {
      if (document.body?.textContent?.includes('did not load')) said.push('it did')
    }).observe(document, { childList: true, subtree: true })
  })
  await open(page, plain)
  await expect(page.getByRole('combobox', { name: 'Optimizer' })).toBeVisible()
  expect(refusals).toBe(2)
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([])
})

test.describe('offline after it has loaded', () => {
  test('another lab is waited for, and the one that was left is as it was', async ({
    page,
    context,
  }) => {
    await open(page, plain)
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Surface' }).click()
    await expect(unloaded(page)).toBeVisible()
    await page.getByRole('link', { name: 'Curve' }).click()
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2')
    await page.getByRole('link', { name: 'Surface' }).click()
    await context.setOffline(false)
    await expect(page.getByRole('button', { name: '3-D' })).toBeVisible()
    await expect(unloaded(page)).toHaveCount(0)
  })

  test('three dimensions are waited for', async ({ page, context }) => {
    await open(page, '#/surface?f=bowl&start=-4,2.5&steps=20&run=sgd(lr=0.02)')
    await expect(page.getByRole('list', { name: 'Points where it is level' })).toBeAttached()
    await context.setOffline(true)
    await page.getByRole('button', { name: '3-D' }).click()
    await expect(unloaded(page)).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByRole('img', { name: /in three dimensions/ })).toBeVisible()
    await expect(unloaded(page)).toHaveCount(0)
  })

  test('the function of the can is there without its picture', async ({ page, context }) => {
    await open(page, plain)
    await context.setOffline(true)
    await page.getByRole('combobox', { name: 'Function' }).selectOption('Soda can')
    await expect(unloaded(page).first()).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue(/R/)
    await step(page).click()
    await context.setOffline(false)
    await expect(page.getByRole('slider', { name: /Volume/ })).toBeVisible()
    await expect(unloaded(page)).toHaveCount(0)
  })

  test('a schedule that does not arrive is tried again, and nothing that was typed is lost', async ({
    page,
    context,
  }) => {
    await open(page, plain)
    await context.setOffline(true)
    await page.getByRole('textbox', { name: 'Expression' }).fill('x^2 + sin(')
    await expect(unloaded(page)).toBeVisible()
    await page.getByRole('combobox', { name: 'Schedule' }).selectOption('cosine')
    const said = problem(page).getByRole('paragraph').filter({ hasText: 'What this needs' })
    const again = said.getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible()
    await context.setOffline(false)
    await again.click()
    await expect(page.getByRole('spinbutton', { name: 'T max' })).toBeVisible()
    await expect(page).toHaveURL(/@cosine/)
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2 + sin(')
  })
})

test.describe('a mistake of its own', () => {
  const breaks = (page: Page) =>
    page.addInitScript(() => {
      const own = Number.prototype.toFixed
      Number.prototype.toFixed = function (...how) {
        if (Number(this) === 7777) throw new Error('Broken on purpose')
        return own.apply(this, how)
      }
    })
  const failed = (page: Page) => page.getByText('This part has failed: Broken on purpose.')

  test('costs a panel its place, until something else is shown', async ({ page }) => {
    await breaks(page)
    await open(page, plain)
    await page.getByRole('spinbutton', { name: 'Steps' }).fill('7777')
    await expect(failed(page).first()).toBeVisible()
    await expect(plot(page)).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Optimizer' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(step(page)).toBeVisible()
    await expect(failed(page)).toHaveCount(0)
  })

  test('is tried again at the press of a button', async ({ page }) => {
    await breaks(page)
    await open(page, '#/curve?f=x^2&start=2&steps=8000&at=7776&run=sgd(lr=0.1)')
    await page.keyboard.press('ArrowRight')
    await expect(failed(page).first()).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await expect(step(page)).toBeVisible()
  })
})
