// The surface lab: what is seen, moved and compared in two dimensions.
import { examples } from '../src/labs/surface/examples.ts'
import { csvOf, expect, exported, lineNumbers, open, rowOf, test } from './test.ts'

const outcome = (page: import('@playwright/test').Page) =>
  page.getByRole('status', { name: 'Outcome' })

/** What each example of the menu must lead to, in the words of the outcome. */
const endings: Readonly<Record<string, RegExp>> = {
  'Learning rate too small': /^Still on the way down after 60 steps/,
  'Learning rate too big': /^Swinging ever wider since step 1/,
  'A decaying learning rate': /^SGD Come to rest/,
  'Momentum through a ravine': /^SGD Converged at step \d+: .*the minimum/,
  'RMSprop evens out the axes': /^RMSprop Converged at step \d+: .*the minimum/,
  'Stopped at a saddle': /Stopped at a saddle point/,
  'Escape from a saddle': /^SGD Converged at step \d+: .*the deepest minimum/,
  'Stuck in a shallow basin': /^Stuck in a local minimum/,
  'Noise leaves the shallow basin': /^Wandering around the deepest minimum/,
  'Over the cliff': /^Still on the way down after 60 steps/,
  'The banana valley, a race': /^Adam /,
  'Four minima': /^SGD /,
  'Newton knows the curvature': /^Newton Converged at step 2: .*the minimum/,
  'The larger of two': /x = .*, y = /,
  'Ten racers': /^SGD /,
}

test.describe('the examples of the menu', () => {
  for (const { name } of examples)
    test(name, async ({ page }) => {
      await open(page, '#/surface')
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
      await expect(outcome(page)).toContainText(endings[name] ?? /no words/)
    })
})

test('each link of the menu is one that anyone could type', async ({ page }) => {
  for (const { link } of examples) {
    await open(page, link)
    await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
  }
})

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
  await page.keyboard.press('Control+ArrowRight')
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
  await open(page, '#/surface?f=x^2+y^2&start=4,0&steps=3&run=sgd(lr=0.02)&run=adam(lr=1)')
  await expect(outcome(page)).toContainText(/^SGD/)
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

test('the formula is of one coordinate or of both as vectors, and its numbers recompute', async ({
  page,
}) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=5&at=2&run=sgd(lr=0.04,momentum=0.5)')
  const of = page.getByRole('group', { name: 'Formula of' })
  for (const [name, column] of [
    ['x', 1],
    ['y', 2],
  ] as const) {
    await of.getByRole('button', { name, exact: true }).click()
    await expect.poll(() => lineNumbers(page, 'x').then((numbers) => numbers.length)).toBe(4)
    const [at = 0, lr = 0, memory = 0, next = 0] = await lineNumbers(page, 'x')
    expect(lr).toBe(0.04)
    expect(at - lr * memory).toBeCloseTo(next, 2)
    expect(next).toBeCloseTo((await rowOf(page, 3))[column] ?? Number.NaN, 2)
  }
  await of.getByRole('button', { name: 'vectors' }).click()
  await expect.poll(() => lineNumbers(page, 'x').then((numbers) => numbers.length)).toBe(8)
})

test('slow motion plays the lines of the rule and then takes the step', async ({ page }) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=5&run=adam(lr=0.5)')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('2')
  const caption = page.getByRole('status', { name: 'Slow motion' })
  await page.getByRole('button', { name: 'Slow motion' }).click()
  await expect(caption).toContainText(/keeps 0.9 of itself and takes 0.1 of g/)
  await expect(caption).toContainText(/x moves by/)
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('1', {
    timeout: 15_000,
  })
  await expect(caption).toBeHidden()
})

test('what the plot shows is chosen by check boxes', async ({ page }) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=50&at=5&run=adam(lr=0.05)')
  await page.getByRole('button', { name: 'Show' }).click()
  const plot = page.getByRole('region', { name: 'Plot' })
  await page.getByRole('checkbox', { name: 'Curvature ellipse' }).check()
  await expect(plot.getByText(/^λ₁ = /)).toBeAttached()
  await page.getByRole('checkbox', { name: 'Quadratic model' }).check()
  await expect(plot.getByText('Newton', { exact: true })).toBeAttached()
  await page.getByRole('checkbox', { name: 'Linear model' }).check()
  const note = page.getByRole('note', { name: 'Local models' })
  await expect(note).toContainText('λ₁ = 20, λ₂ = 2: condition number 10')
  await expect(note).toContainText(/Linear model: this step changes f by .*; in truth by/)
  await expect(note).toContainText(/Its minimum is a step of/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: 'Quadratic model' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Show' })).toBeFocused()
})

test('the relief is turned by keys, and the view from above comes back', async ({ page }) => {
  await open(page, '#/surface?f=himmelblau&start=0.2,-0.6&steps=30&run=sgd(lr=0.01)')
  await page.getByRole('button', { name: '3-D' }).click()
  const relief = page.getByRole('img', { name: 'Surface f(x, y) in three dimensions' })
  await expect(relief).toBeVisible()
  await relief.press('ArrowLeft')
  await relief.press('Home')
  await page.getByRole('button', { name: '3-D' }).click()
  await expect(relief).toHaveCount(0)
})

test('without WebGL there is a sentence and the view from above', async ({ page }) => {
  await page.addInitScript(() => {
    const whole = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
      return kind.startsWith('webgl') ? null : Reflect.apply(whole, this, [kind])
    } as typeof whole
  })
  await open(page, '#/surface?f=x^2+y^2&start=2,1&steps=5&run=sgd(lr=0.1)')
  await page.getByRole('button', { name: '3-D' }).click()
  await expect(page.getByRole('alert', { name: 'Problem' })).toContainText('three dimensions')
  await expect(page.getByRole('button', { name: '3-D' })).toHaveAttribute('aria-pressed', 'false')
})

test('the view follows the point where that is wanted', async ({ page }) => {
  await open(page, '#/surface?f=himmelblau&start=0.2,-0.6&steps=60&run=adam(lr=0.3)')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('checkbox', { name: 'Follow the point' }).check()
  await page.keyboard.press('Escape')
  for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('slider', { name: 'Iteration' }).fill('55')
  const plot = await page.getByRole('region', { name: 'Plot' }).boundingBox()
  await expect
    .poll(async () => {
      const point = await page.locator('circle.now').boundingBox()
      return plot && point ? Math.abs(point.x - plot.x - plot.width / 2) / plot.width : 1
    })
    .toBeLessThan(0.4)
})

test('a symbol of the rule and its vector light up together', async ({ page }) => {
  await open(page, '#/surface?f=x^2+10y^2&start=3,-1&steps=5&run=adam(lr=0.5)')
  const lit = (name: string) =>
    page
      .locator(`path.arrow[data-name="${name}"]`)
      .first()
      .evaluate((node) => getComputedStyle(node).getPropertyValue('--lit').trim())
  // While the formula still fits itself to its room, the symbol may move away from under the pointer.
  await expect(async () => {
    await page.locator('[data-quantity="m"] [data-name="m"]').first().hover()
    expect(await lit('m')).toBe('1')
  }).toPass()
  expect(await lit('v')).toBe('')
})

test('noise is drawn from a seed, and repeated runs are counted by where they end', async ({
  page,
}) => {
  await open(page, '#/surface?f=basins&start=2.8,1.9&steps=150&run=sgd(lr=0.2)')
  await expect(page.getByRole('spinbutton', { name: 'Seed' })).toHaveCount(0)
  await page.getByRole('spinbutton', { name: 'Noise' }).fill('1')
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('3')
  await expect(page).toHaveURL(/seed=3&noise=1|noise=1&seed=3/)
  const repeats = page.getByRole('note', { name: 'Repeats' })
  await expect(repeats).toContainText(/^30 repeats: f = .* at step 0; they end \d+ at/)
  const once = await rowOf(page, 150)
  const link = page.url()
  await page.goto('about:blank')
  await open(page, link)
  expect(await rowOf(page, 150)).toEqual(once)
})

test('the path is told in words and numbers', async ({ page }) => {
  await open(page, '#/surface?f=bowl&start=-4,2.5&steps=60&run=sgd(lr=0.05)')
  const story = page.getByRole('note', { name: 'The path in words' })
  await expect(story).toContainText('x = −4, y = 2.5')
  await expect(story).toContainText('minimum at x = 0, y = 0, f = 0')
})

test('what is exported has both coordinates', async ({ page }) => {
  await open(page, '#/surface?f=product&start=3,2&steps=2&run=sgd(lr=0.1)')
  const rows = await csvOf(page)
  expect(rows[0]).toEqual(['run', 'step', 'lr', 'x', 'y', 'f', 'grad_x', 'grad_y'])
  expect(rows[1]).toEqual(['SGD', '0', '0.1', '3', '2', '6', '2', '3'])
  expect(await exported(page, 'LaTeX')).toContain('pmatrix')
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
