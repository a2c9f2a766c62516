// The pictures of a run: plot, loss, outcome, drawers.
import { expect, open, outcome, test } from './test.ts'

test('the view is zoomed and fitted again', async ({ page }) => {
  await open(page)
  const ticks = () =>
    page
      .getByRole('region', { name: 'Plot' })
      .locator('svg')
      .first()
      .locator('text')
      .allTextContents()
  const before = await ticks()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(ticks).not.toEqual(before)
  await page.getByRole('button', { name: 'Fit view' }).click()
  await expect.poll(ticks).toEqual(before)
  const plot = await page.getByRole('region', { name: 'Plot' }).boundingBox()
  if (!plot) throw new Error('no plot')
  await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2)
  await page.mouse.wheel(0, -300)
  await expect(page.getByRole('button', { name: 'Fit view' })).toBeVisible()
})

test('the focus stays on the plot when the view is fitted', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Fit view' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Fit view' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused()
})

test('the loss has a linear and a logarithmic scale, also where it is negative', async ({
  page,
}) => {
  await open(page)
  const loss = page.getByRole('region', { name: 'Loss' })
  const path = () => loss.locator('path').getAttribute('d')
  const before = await path()
  await loss.getByRole('checkbox', { name: 'Log scale' }).check()
  await expect.poll(path).not.toBe(before)
  await expect(loss).toContainText('f − least f')
  expect(await path()).not.toContain('NaN')

  const chart = loss.getByRole('img', { name: 'Loss over 15 steps' })
  const box = await chart.boundingBox()
  if (!box) throw new Error('no chart')
  const step = page.getByRole('slider', { name: 'Iteration' })
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width - 14, y)
  await page.mouse.down()
  await expect(step).toHaveValue('15')
  await page.mouse.move(box.x + 20, y, { steps: 4 })
  await expect(step).toHaveValue('0')
  await page.mouse.up()
})

test('a first visitor is told that the start is a handle, once; another function morphs in', async ({
  page,
}) => {
  await open(page)
  const plot = page.getByRole('region', { name: 'Plot' })
  const hint = plot.getByText('drag me')
  await expect(hint).toBeVisible()
  // What each value on the track would do is said beside the learning rate.
  const legend = page.getByRole('list', { name: /slider’s track would do/ })
  const [meaning, next] = await Promise.all([
    legend.boundingBox(),
    page.getByRole('slider', { name: 'Beta 1' }).boundingBox(),
  ])
  expect(meaning?.y).toBeLessThan(next?.y ?? 0)

  const curve = plot.locator('svg[aria-hidden] svg > path').first()
  await page.getByRole('textbox', { name: 'Expression' }).fill('x^2')
  await expect(page).toHaveURL(/f=x\^2&/)
  await expect(hint).toBeVisible()
  await page.getByRole('slider', { name: 'Start' }).press('ArrowLeft')
  await expect(hint).toHaveCount(0)
  await expect(page).toHaveURL(/start=7\.9/)
  // It comes to rest as the curve that the same link draws without a way there.
  const other = await page.context().newPage()
  await other.goto(page.url())
  const drawn = other.getByRole('region', { name: 'Plot' }).locator('svg[aria-hidden] svg > path')
  await expect(drawn.first()).toHaveAttribute('d', /./)
  await expect
    .poll(async () => (await curve.getAttribute('d')) === (await drawn.first().getAttribute('d')))
    .toBe(true)
  await page.reload()
  await expect(plot.getByText('start 7.9')).toBeVisible()
  await expect(hint).toHaveCount(0)
})

test('what a mouse is told by resting is told to keys that rest', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Branch' }).focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Go on from this step in another way')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Go on from this step in another way')).toBeHidden()
})

test('what diverges leaves the picture, which still shows the valley; all of it is one click away', async ({
  page,
}) => {
  await open(page, '#/curve?f=square&start=2.5&steps=30&run=sgd(lr=1.3)')
  const plot = page.getByRole('region', { name: 'Plot' })
  await expect(plot.getByText('→ 10¹³')).toBeVisible()
  await expect(plot.getByText('minimum 0')).toBeVisible()
  await plot.getByRole('button', { name: 'Show all' }).click()
  await expect(page).toHaveURL(/&view=-?[\d.]+:[\d.]+$/)
  await expect(plot.getByText('→ 10¹³')).toHaveCount(0)
  await plot.getByRole('button', { name: 'Fit view' }).click()
  await expect(plot.getByText('→ 10¹³')).toBeVisible()
})

test('divergence is a lesson with a way out', async ({ page }) => {
  await open(page, '#/curve?f=square&start=1&steps=60&run=sgd(lr=1.3)')
  await expect(outcome(page)).toContainText('step 1 was 2.6 times too long for this curvature')
  const law = page.getByText('η·f̄″ = 2.6 > 2')
  await expect(law).toBeHidden()
  await page.getByText('The law behind it').click()
  await expect(law).toBeVisible()
  const way = page.getByRole('button', { name: /Largest learning rate that works/ })
  await way.press('Enter')
  await expect(way).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('DIV')
  const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
  await expect.poll(async () => Number(await rate.inputValue())).toBeLessThan(1)
})

test('drawers remember that they were closed', async ({ page }) => {
  await open(page)
  const trace = page.getByRole('region', { name: 'Trace', exact: true })
  await expect(page.getByRole('table')).toBeVisible()
  await trace.getByRole('button', { name: 'Trace' }).click()
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('status', { name: 'Outcome' })).not.toBeEmpty()
  await expect(page.getByRole('table')).toHaveCount(0)
})
