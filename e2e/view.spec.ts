// The window of a plot is part of the link: who opens it sees what was seen when it was copied.
import type { Page } from '@playwright/test'
import { expect, open, problem, readShown, test } from './test.ts'

const curve = '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)'
const bowl = '#/surface?f=x^2+10y^2&start=3,-1&steps=5&run=sgd(lr=0.01)'

const plot = (page: Page) => page.getByRole('region', { name: 'Plot' })
const fitButton = (page: Page) => page.getByRole('button', { name: 'Fit view' })
const hashOf = (page: Page) => decodeURIComponent(new URL(page.url()).hash)

/** The numbers along an axis, and where each stands on it (pixels). */
const ticks = async (page: Page, axis: 'x' | 'y') => {
  const along = page.getByRole('region', { name: 'Plot' }).locator('svg').first()
  const end = axis === 'x' ? 'y1' : 'x1'
  const texts = along.locator(`> g:first-child > g:has(line[${end}]) text`)
  const read = await texts.evaluateAll((all) =>
    all.map((text) => [text.textContent ?? '', text.parentElement?.getAttribute('transform')]),
  )
  return read.map(([text, place]) => [readShown(text ?? ''), place] as const)
}
const bothAxes = async (page: Page) => [await ticks(page, 'x'), await ticks(page, 'y')]

/** An axis has this window, or a little more of it at its sides: the outermost numbers tell it to a tenth or so. */
const expectWindow = (page: Page, axis: 'x' | 'y', from: number, to: number) =>
  expect(async () => {
    const shown = (await ticks(page, axis)).map(([value]) => value)
    const size = to - from
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(from - 0.01 * size)
    expect(Math.min(...shown)).toBeLessThan(from + 0.3 * size)
    expect(Math.max(...shown)).toBeLessThanOrEqual(to + 0.01 * size)
    expect(Math.max(...shown)).toBeGreaterThan(to - 0.3 * size)
  }).toPass()

test('a curve has the window that its link says', async ({ page }) => {
  await open(page, `${curve}&view=-1:3,-2:10`)
  await expect(fitButton(page)).toBeVisible()
  await expectWindow(page, 'x', -1, 3)
  await expectWindow(page, 'y', -2, 10)
  await fitButton(page).click()
  await expectWindow(page, 'x', -10, 10)
  await expect.poll(() => hashOf(page)).not.toContain('view')
})

test('where a link says only what is seen across, the height follows', async ({ page }) => {
  await open(page, `${curve}&view=100:102`)
  await expectWindow(page, 'x', 100, 102)
  await expectWindow(page, 'y', 1e4 - 70, 1.04e4 + 30)
})

test('a surface holds the window that its link says, at any width', async ({ page }) => {
  await open(page, `${bowl}&view=-2:2,4:5`)
  await expectWindow(page, 'x', -2, 2)
  await page.setViewportSize({ width: 420, height: 800 })
  await expectWindow(page, 'x', -2, 2)
  expect(hashOf(page)).toContain('view=-2:2,4:5')
})

for (const [lab, link] of [
  ['curve', curve],
  ['surface', bowl],
] as const)
  test(`where someone zooms is in the link, which shows the same elsewhere: ${lab}`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page, link)
    const all = await bothAxes(page)
    const box = await plot(page).boundingBox()
    if (!box) throw new Error('no plot')
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3)
    await page.mouse.wheel(0, -300)
    await expect.poll(() => hashOf(page)).toContain('view=')
    const [, ends = ''] = /view=([^&]*)/.exec(hashOf(page)) ?? []
    for (const end of ends.split(/[:,]/)) expect(end.length).toBeLessThan(9)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const elsewhere = await context.newPage()
    await open(elsewhere, copied)
    await expect.poll(() => bothAxes(elsewhere)).toEqual(await bothAxes(page))
    await elsewhere.close()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => bothAxes(page)).toEqual(all)
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect.poll(() => hashOf(page)).toContain(`view=${ends}`)
  })

test('a curve stays in view wherever it is zoomed', async ({ page }) => {
  await open(page, curve)
  const box = await plot(page).boundingBox()
  if (!box) throw new Error('no plot')
  // Far above the curve: around there it would leave the picture.
  await page.mouse.move(box.x + box.width / 2, box.y + 30)
  for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -300)
  await expect.poll(() => hashOf(page)).toMatch(/view=-?[\d.]+:-?[\d.]+$/)
  const [least = NaN] = (await ticks(page, 'y')).map(([value]) => value)
  expect(least).toBeLessThanOrEqual(0)
  await expect(plot(page).getByText('minimum 0')).toBeVisible()
})

test('a drag of the picture is one step back', async ({ page }) => {
  await open(page, `${bowl}&view=-4:4,-2:2`)
  const before = await bothAxes(page)
  const box = await plot(page).boundingBox()
  if (!box) throw new Error('no plot')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 4]
  await page.mouse.move(x, y)
  // What is dragged before the zoom is loaded does not move.
  await expect(page.getByRole('group', { name: /^Surface/ })).toHaveAttribute(
    'style',
    /touch-action/,
  )
  await page.mouse.down()
  await page.mouse.move(x + 90, y + 40, { steps: 12 })
  await page.mouse.up()
  await expect.poll(() => hashOf(page)).not.toContain('view=-4:4,-2:2')
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('3')
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect.poll(() => bothAxes(page)).toEqual(before)
  await expect(undo).toHaveAttribute('aria-disabled', 'true')
})

test('another function is seen whole', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=5&view=0:1')
  await page.getByRole('combobox', { name: 'Function' }).selectOption('tanhsin')
  await expect(fitButton(page)).toHaveCount(0)
  await expect.poll(() => hashOf(page)).not.toContain('view')
})

test('a window that nothing can show is told, and all is shown', async ({ page }) => {
  await open(page, `${curve}&view=3:-3`)
  await expect(problem(page)).toContainText('it must be an interval for each axis of the plot')
  await expect(fitButton(page)).toHaveCount(0)
})

test('the relief is of the same window', async ({ page }) => {
  await open(page, `${bowl}&view=-1:1,4:5&show=3d`)
  const relief = plot(page)
  await expect(page.getByRole('img', { name: 'Surface f(x, y) in three dimensions' })).toBeVisible()
  await expect(relief).toContainText(/x.*−1.*1/)
  await expect(relief).toContainText(/y.*4.*5/)
})
