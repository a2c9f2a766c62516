// The maps lab: what becomes of every pixel's run, and the run at the mark.
import { type MapExperiment, mapCsv, sweep } from '../src/core/index.ts'
import { mapParts } from '../src/core/maps/mapParts.ts'
import { examples } from '../src/labs/maps/examples.ts'
import { decodeLink } from '../src/state/links/decodeLink.ts'
import { expectAccessible, rulesOf } from './axe.ts'
import { expectNoWorkerLeft, hurryThrough } from './hurry.ts'
import { momentum } from './maps.ts'
import { expect, exported, open, outcome, overflow, problem, test } from './test.ts'

const basins =
  '#/maps?f=himmelblau&start=1,1&steps=80&run=sgd(lr=0.01)&run=adam(lr=0.3)&x=start.x(-4:4)&y=start.y(-4:4)&size=16'

const map = (page: Parameters<typeof open>[0]) => page.getByRole('region', { name: 'Map' })
const whole = (page: Parameters<typeof open>[0]) =>
  expect(page.getByText('The map is whole.')).toBeAttached()

/** What plain Node makes of a link. */
function csvOfLink(link: string): string {
  const { experiment } = decodeLink(mapParts, link)
  return mapCsv(experiment as MapExperiment, sweep(experiment as MapExperiment))
}

test('a map is what plain Node sweeps, and its table says what happens how often', async ({
  page,
}) => {
  await open(page, momentum)
  await whole(page)
  expect(await exported(page, 'CSV')).toBe(csvOfLink(momentum))
  const table = page.getByRole('table', { name: 'Outcomes' })
  await expect(table.getByRole('row', { name: /^diverges \d/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /^rests on the minimum at x = 0 / })).toBeVisible()
  await expect(map(page).getByText('ηλ = 2 + 2μ')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Horizontal' })).toHaveValue('lr')
  await expect(page.getByRole('combobox', { name: 'Vertical' })).toHaveValue('momentum')
})

test.describe('without a graphics card', () => {
  // The browser says so when it is asked.
  test.use({ expected: /No available adapters/ })

  test('the page says that WebAssembly is at work', async ({ page }) => {
    await open(page, basins)
    const hasCard = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()))
    test.skip(hasCard, 'This browser has a graphics card')
    await whole(page)
    const words = 'Exact (float64), sketched by WebAssembly (float32).'
    await expect(map(page).getByText(words, { exact: true })).toBeVisible()
    await expect(page.getByText('The map is whole.')).toContainText(words)
  })
})

test('a click puts the mark there, and its run is shown beside the map', async ({ page }) => {
  await open(page, momentum)
  await whole(page)
  const picture = page.getByRole('group', { name: /^Map of every learning rate and momentum/ })
  const box = await picture.boundingBox()
  if (!box) throw new Error('The map has no place')
  await picture.click({ position: { x: box.width - 20, y: box.height * 0.5 } })
  await expect(outcome(page)).toContainText(/^(Diverged|Swinging ever wider)/)
  const rate = await page.getByRole('spinbutton', { name: 'Learning rate' }).inputValue()
  // The middle of a pixel.
  expect(((Number(rate) / 4) * 16) % 1).toBeCloseTo(0.5, 9)
  await expect(page).toHaveURL(new RegExp(`lr=${rate}`.replace('.', '\\.')))
  const mark = page.getByRole('slider', { name: 'Mark' })
  await expect(mark).toHaveAttribute('aria-valuetext', /^Learning rate .*: diverges/)
  for (let i = 0; i < 15; i++) await mark.press('ArrowLeft')
  await expect(mark).toHaveAttribute('aria-valuetext', /: (rests on|is on its way to)/)
  await expect(outcome(page)).not.toContainText('Diverged')
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
})

test('who points at a pixel reads it, on every map, and sees the path of its run', async ({
  page,
}) => {
  await open(page, basins)
  await whole(page)
  const maps = page.getByRole('group', { name: /^Map of every start x and start y/ })
  await expect(maps).toHaveCount(2)
  const box = await maps.first().boundingBox()
  if (!box) throw new Error('The map has no place')
  await maps.first().hover({ position: { x: box.width * 0.8, y: box.height * 0.2 } })
  await expect(
    map(page).getByText(/^Start x [\d.]+, Start y [\d.]+: rests on the minimum at x = 3, y = 2/),
  ).toBeVisible()
  await expect(page.getByRole('table', { name: 'Outcomes' }).getByRole('columnheader')).toHaveText([
    'What becomes of the run',
    'SGD',
    'Adam',
  ])
})

test('axes, what is shown and pixels are chosen, and stand in the link', async ({ page }) => {
  await open(page, momentum)
  await page.getByRole('combobox', { name: 'Show' }).selectOption('steps')
  await page.getByRole('combobox', { name: 'Vertical' }).selectOption('start.x')
  await expect(page).toHaveURL(/x=lr\(0:4\)&y=start\.x.*&show=steps/)
  // A quantity that the other axis has changes places with it.
  await page.getByRole('combobox', { name: 'Vertical' }).selectOption('lr')
  await expect(page.getByRole('combobox', { name: 'Horizontal' })).toHaveValue('start.x')
  await map(page).getByText('Axes', { exact: true }).click()
  await page.getByRole('spinbutton', { name: 'Vertical to' }).fill('2')
  await page.getByRole('combobox', { name: 'Pixels' }).selectOption('32')
  await expect(page).toHaveURL(/y=lr\(0:2\).*size=32/)
  // Of another optimizer what it does not have is no axis.
  await page.getByRole('combobox', { name: 'Horizontal' }).selectOption('momentum')
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam')
  await expect(page.getByRole('combobox', { name: 'Horizontal' })).not.toHaveValue('momentum')
  await expect(problem(page)).toBeHidden()
})

test('the mark of a run outside the map waits at its border, and is taken back', async ({
  page,
}) => {
  await open(page, momentum.replace('lr=0.5', 'lr=8'))
  const mark = page.getByRole('slider', { name: 'Mark' })
  await expect(mark).toHaveAttribute('aria-valuetext', /^Learning rate 8, .*: outside the map$/)
  await mark.press('ArrowLeft')
  await expect(mark).toHaveAttribute('aria-valuetext', /^Learning rate 3\.\d+, Momentum 0\.5/)
  await expect(mark).not.toHaveAttribute('aria-valuetext', /outside/)
})

test('zooming goes on until doubles run out, and says so', async ({ page }) => {
  await open(
    page,
    '#/maps?f=x^4/4-x^2/2&start=1&steps=10&run=sgd(lr=1)&x=start.x(-2:2)&y=lr(0.1:2)&size=16',
  )
  const zoomIn = page.getByRole('button', { name: 'Zoom into the map' })
  await zoomIn.click()
  await expect(page).not.toHaveURL(/start\.x\(-2:2\)/)
  // Around the mark, which stays in sight however often, by keys too.
  const mark = page.getByRole('slider', { name: 'Mark' })
  const before = page.url()
  for (let i = 0; i < 6; i++) await mark.press('+')
  await expect(page).not.toHaveURL(before)
  await expect(mark).toBeVisible()
  await page.getByRole('button', { name: 'Fit map' }).click()
  await expect(page.getByRole('button', { name: 'Fit map' })).toBeHidden()
  const narrow =
    '#/maps?f=x^4/4-x^2/2&start=1&steps=10&run=sgd(lr=1)&x=start.x(1:1.00000000000001)&y=lr(1:1.00000000000001)&size=16'
  await open(page, narrow)
  await expect(problem(page)).toBeHidden()
  await zoomIn.click()
  await zoomIn.click()
  await zoomIn.click()
  await expect(problem(page)).toContainText('there are too few numbers for 16 pixels')
})

test('a map that was left is not called whole, and is computed when someone asks', async ({
  page,
}) => {
  await open(page, momentum)
  await whole(page)
  await map(page).getByText('Axes', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Pixels' }).selectOption('512')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('The map is whole.')).not.toBeAttached()
  await page.getByRole('button', { name: 'Compute' }).click()
  await expect(page.getByRole('progressbar', { name: 'Map' })).toBeVisible()
})

test('a map is cancelled, and computed after all', async ({ page }) => {
  await open(page, '#/maps?f=himmelblau&steps=2000&run=sgd(lr=0.001)&size=128')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('progressbar', { name: 'Map' })).toBeHidden()
  await page.getByRole('combobox', { name: 'Show' }).selectOption('loss')
  await expect(page.getByRole('progressbar', { name: 'Map' })).toBeVisible()
})

test('zooms, functions, sizes and cancels, two hundred in a row, leave no worker and no stale tile', async ({
  page,
}) => {
  await open(page, momentum)
  await whole(page)
  const last = momentum.replace('x^2/2', 'x^2/3').replace('steps=60', 'steps=20')
  const functions = ['x^2/2', 'himmelblau', 'x^4/4-x^2/2', 'x*y']
  const others = Array.from({ length: 200 }, (_, i) => {
    const [f, size] = [functions[i % functions.length], [16, 64, 32][i % 3]]
    return `#/maps?f=${f}&steps=${50 + i}&run=sgd(lr=0.01)&x=lr(${0.001 * (i + 1)}:2)&size=${size}`
  })
  await hurryThrough(page, [...others, last])
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2/3')
  await whole(page)
  expect(await exported(page, 'CSV')).toBe(csvOfLink(last))
  await expectNoWorkerLeft(page)
})

test('the map is saved with its axes and its mark', async ({ page }) => {
  await open(page, momentum)
  await whole(page)
  const svg = await exported(page, 'SVG')
  expect(svg).toMatch(/<image href="data:image\/png;base64,/)
  expect(svg).toContain('Momentum')
  expect(svg).toContain('ηλ = 2 + 2μ')
  // Below it stands what it shows, and what its colours mean.
  expect(svg).toMatch(/sgd\([^<]*lr=[^<]*steps: outcome for every learning rate and momentum</)
  const { outcomes, legend } = sweep(decodeLink(mapParts, momentum).experiment as MapExperiment)
  for (const outcome of new Set(outcomes)) expect(svg).toContain(legend[outcome])
  // Of the run at the mark there is all that other labs have.
  expect(await exported(page, 'PyTorch')).toContain('torch.optim.SGD(')
  expect(JSON.parse(await exported(page, 'Notebook')).nbformat).toBe(4)
  expect(await exported(page, 'Exercises')).toContain('\\documentclass')
  expect(JSON.parse(await exported(page, 'JSON'))).toMatchObject({ lab: 'maps', map: { size: 16 } })
})

test.describe('examples', () => {
  for (const { name, link } of examples)
    test(`${name} opens, and is drawn`, async ({ page }) => {
      await open(page, link)
      await expect(page.getByRole('table', { name: 'Outcomes' })).toBeVisible()
      await expect(problem(page)).toBeHidden()
    })
})

for (const [name, colorScheme, viewport] of [
  ['in the light', 'light', { width: 1280, height: 720 }],
  ['in the dark', 'dark', { width: 1280, height: 720 }],
  ['on a phone', 'light', { width: 360, height: 740 }],
] as const)
  test.describe(name, () => {
    test.use({ colorScheme, viewport })

    test('assistive technology finds nothing to complain about, and nothing reaches out of the page', async ({
      page,
    }) => {
      await open(page, basins)
      await whole(page)
      await expectAccessible(page, ...rulesOf(colorScheme))
      expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    })
  })

test('what is changed of a map is undone and done again, and its link brings it back', async ({
  page,
}) => {
  await open(page, momentum)
  await page.getByRole('combobox', { name: 'Show' }).selectOption('excursion')
  await expect(page).toHaveURL(/show=excursion/)
  await page.getByRole('slider', { name: 'Mark' }).press('ArrowUp')
  await expect(page).not.toHaveURL(/momentum=0\.5\D/)
  const changed = page.url()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page).toHaveURL(/momentum=0\.5\D/)
  await expect(page.getByRole('combobox', { name: 'Show' })).toHaveValue('outcome')
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(page).toHaveURL(changed)
  await page.getByRole('link', { name: 'Curve' }).click()
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(changed)
  await expect(page.getByRole('combobox', { name: 'Show' })).toHaveValue('excursion')
  await whole(page)
  expect(await exported(page, 'CSV')).toBe(csvOfLink(new URL(changed).hash))
})
