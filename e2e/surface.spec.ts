// The surface lab: a function of two variables, its start and its view.
import {
  csvOf,
  expect,
  exported,
  open,
  openWhole,
  outcome,
  rowOf,
  test,
  untilTypeset,
} from './test.ts'

test('a typed function of two variables is drawn, run and written into the link', async ({
  page,
}) => {
  await open(page, '#/surface')
  await page.getByRole('textbox', { name: 'Expression' }).fill('(x - 1)^2 + 3*(y + 2)^2')
  await page.getByRole('spinbutton', { name: 'Start x' }).fill('4')
  await page.getByRole('spinbutton', { name: 'Start y' }).fill('1')
  await expect(page).toHaveURL(/#\/surface\?f=\(x-1\)\^2\+3\*\(y\+2\)\^2&start=4,1/)
  await expect.poll(async () => (await rowOf(page, 0)).slice(0, 6)).toEqual([0, 4, 1, 36, 6, 18])
})

test('one variable, or three, are answered with a sentence, and nothing is lost', async ({
  page,
}) => {
  await open(page, '#/surface?f=x*y&start=2,1&steps=5&run=sgd(lr=0.1)')
  const field = page.getByRole('textbox', { name: 'Expression' })
  await field.fill('x^2')
  const problem = page.getByRole('alert', { name: 'Problem' })
  await expect(problem).toContainText('A surface has two variables, but f has one: x')
  await expect(field).toHaveValue('x^2')
  expect((await rowOf(page, 0)).slice(1, 3)).toEqual([2, 1])
  await field.fill('x*y*z')
  await expect(problem).toContainText('A surface has two variables, but f has 3: x, y, z')
})

test('the start moves by keys, both ways, and by a click', async ({ page }) => {
  await open(page, '#/surface?f=x^2+y^2&start=2,1&steps=5&run=sgd(lr=0.1)')
  const start = page.getByRole('slider', { name: 'Start' })
  await expect(start).toHaveAttribute('aria-valuetext', 'x = 2, y = 1')
  await start.press('ArrowUp')
  await expect(page.getByRole('spinbutton', { name: 'Start y' })).not.toHaveValue('1')
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('2')
  await start.press('ArrowLeft')
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).not.toHaveValue('2')
  const plot = page.getByRole('group', { name: /^Surface f\(x, y\)/ })
  await plot.click({ position: { x: 200, y: 60 } })
  await expect.poll(async () => (await rowOf(page, 0))[1]).toBeLessThan(-2)
})

test('the view is zoomed, moved and fitted again by keys', async ({ page }) => {
  await open(page, '#/surface?f=x^2+y^2&start=2,1&steps=5&run=sgd(lr=0.1)')
  const start = page.getByRole('slider', { name: 'Start' })
  await start.focus()
  const place = async () => (await start.boundingBox())?.x ?? Number.NaN
  const before = await place()
  await page.keyboard.press('d')
  await expect.poll(place).toBeCloseTo(before - 60, 0)
  await page.keyboard.press('0')
  await expect.poll(place).toBeCloseTo(before, 0)
  await page.keyboard.press('+')
  await expect(page.getByRole('button', { name: 'Fit view' })).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('2')
})

test('dragging the start draws the whole path again', async ({ page }) => {
  await open(page, '#/surface?f=x^2+y^2&start=2,1&steps=5&run=sgd(lr=0.1)')
  const box = await page.getByRole('slider', { name: 'Start' }).boundingBox()
  if (!box) throw new Error('The start is not on the page')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y - 30, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await rowOf(page, 0))[1]).toBeGreaterThan(2.2)
  await expect.poll(async () => (await rowOf(page, 0))[2]).toBeGreaterThan(1.2)
})

test('a click on a path chooses the racer whose formula is shown', async ({ page }) => {
  await openWhole(page, '#/surface?f=x^2+y^2&start=4,0&steps=3&run=sgd(lr=0.02)&run=adam(lr=1)')
  await expect(outcome(page)).toContainText(/^SGD/)
  // The formula above the plot moves it when it comes.
  await untilTypeset(page)
  const plot = page.getByRole('group', { name: /^Surface f\(x, y\)/ })
  const box = await plot.boundingBox()
  const start = await page.getByRole('slider', { name: 'Start' }).boundingBox()
  if (!box || !start) throw new Error('The plot is not on the page')
  // Adam walks three units to the left along y = 0.
  const y = start.y + start.height / 2 - box.y
  const from = start.x + start.width / 2 - box.x
  const perUnit = (await plot.evaluate((svg) => svg.clientWidth)) / 1000
  await plot.click({ position: { x: from - 50 - perUnit, y } })
  await expect(outcome(page)).toContainText(/^Adam/)
})

test('noise is drawn from a seed, and repeated runs are counted by where they end', async ({
  page,
}) => {
  await open(page, '#/surface?f=basins&start=2.8,1.9&steps=150&run=sgd(lr=0.2)')
  await expect(page.getByRole('spinbutton', { name: 'Seed' })).toHaveCount(0)
  await page.getByRole('spinbutton', { name: 'Noise' }).fill('1')
  const repeats = page.getByRole('note', { name: 'Repeats' })
  await expect(repeats).toContainText(/^30 repeats: f = .* at step 0; they end \d+ at/)
  const before = await rowOf(page, 150)
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('3')
  await expect(page).toHaveURL(/seed=3&noise=1|noise=1&seed=3/)
  await expect.poll(() => rowOf(page, 150)).not.toEqual(before)
  const once = await rowOf(page, 150)
  const link = page.url()
  await page.goto('about:blank')
  await open(page, link)
  expect(await rowOf(page, 150)).toEqual(once)
})

test('what is exported has both coordinates', async ({ page }) => {
  await open(page, '#/surface?f=product&start=3,2&steps=2&run=sgd(lr=0.1)')
  const rows = await csvOf(page)
  expect(rows[0]).toEqual(['run', 'step', 'lr', 'x', 'y', 'f', 'grad_x', 'grad_y'])
  expect(rows[1]).toEqual(['SGD', '0', '0.1', '3', '2', '6', '2', '3'])
  expect(await exported(page, 'LaTeX')).toContain('pmatrix')
  await expect(page.getByRole('list', { name: 'Points where it is level' })).toBeAttached()
  const svg = await exported(page, 'SVG')
  expect(svg.match(/<path [^>]*fill="rgb/g)?.length ?? 0).toBeGreaterThan(8)
})

test('from lab to lab everything is as it was left', async ({ page }) => {
  await open(page, '#/curve?f=x^2&start=3&steps=7&run=sgd(lr=0.2)')
  await page.getByRole('link', { name: 'Surface' }).click()
  await expect(page).toHaveURL(/#\/surface\?f=/)
  await page.getByRole('spinbutton', { name: 'Start x' }).fill('1.25')
  await page.getByRole('link', { name: 'Curve' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('3')
  await expect(page).toHaveURL(/#\/curve\?f=x\^2&start=3&steps=7/)
  await page.getByRole('link', { name: 'Surface' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('1.25')
  await expect(page.getByRole('link', { name: 'Surface' })).toHaveAttribute('aria-current', 'page')
})
