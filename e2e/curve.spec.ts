// The curve lab, as a student uses it.
import { csvOf, expect, lineNumbers, open, readShown, rowOf, test } from './test.ts'

const notebook = {
  parabola: '#/curve?f=x^2&start=2.5&steps=40&run=sgd(lr=0.1)',
  valleys: '#/curve?f=x^2/20+tanh(sin(x))&start=8&steps=15&run=adam(lr=2)',
  can: '#/curve?f=soda&start=1.5&steps=100&run=sgd(lr=5)',
}

test.describe('the notebook’s runs', () => {
  test('x² from 2.5 with learning rate 0.1', async ({ page }) => {
    await open(page, notebook.parabola)
    const rows = await csvOf(page)
    expect(rows[0]).toEqual(['run', 'step', 'lr', 'x', 'f', 'grad'])
    const f = rows.slice(1).map((row) => Number(row[4]))
    expect(f.slice(0, 4).map((v) => v.toPrecision(4))).toEqual(['6.250', '4.000', '2.560', '1.638'])
    expect(f[25]?.toExponential(3)).toBe('8.920e-5')
    expect(f[39]?.toExponential(3)).toBe('1.725e-7')
    for (const k of [0, 1, 3, 25, 39])
      expect((await rowOf(page, k))[2]).toBeCloseTo(f[k] as number, 5)
    await page.getByRole('slider', { name: 'Iteration' }).fill('3')
    const x = rows.slice(1).map((row) => Number(row[3]))
    const [from, rate, slope, to] = await lineNumbers(page, 'x')
    expect([from, rate, slope, to]).toEqual(
      [x[3], 0.1, 2 * (x[3] as number), x[4]].map((v) => expect.closeTo(v as number, 3)),
    )
  })

  test('x²/20 + tanh(sin x) from 8, Adam with learning rate 2', async ({ page }) => {
    await open(page, notebook.valleys)
    const rows = await csvOf(page)
    expect(Number(rows[15]?.[4]).toFixed(3)).toBe('-0.275')
    expect((await rowOf(page, 14))[2]).toBeCloseTo(-0.2753, 3)
    await page.goto(`${notebook.valleys}&at=14`)
    await expect(page.getByRole('region', { name: 'Update rule' })).toContainText('step 14 → 15')
    expect((await lineNumbers(page, 'x'))[0]).toBeCloseTo(Number(rows[15]?.[3]), 3)
  })

  test('the soda can reaches R = 3.745', async ({ page }) => {
    await open(page, notebook.can)
    const rows = await csvOf(page)
    expect(rows[0]?.[3]).toBe('R')
    expect(Number(rows[101]?.[3]).toFixed(3)).toBe('3.745')
    await page.getByRole('slider', { name: 'Iteration' }).fill('100')
    expect((await rowOf(page, 100))[1]).toBeCloseTo(3.745, 3)
    expect((await lineNumbers(page, 'x')).at(-1)).toBeCloseTo(3.745, 3)
    await expect(
      page.getByRole('img', { name: /can to scale: R = 3\.745 cm, H = 7\.49/ }),
    ).toBeVisible()
    await expect(page.getByRole('status', { name: 'Outcome' })).toContainText(
      'Converged at step 18',
    )
  })
})

test('a finished path is there on load, and Play is already focused', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('button', { name: 'Play' })).toBeFocused()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('0')
  await expect(page).toHaveURL(/#\/curve\?f=tanhsin&start=8&steps=15&run=adam\(lr=2\)$/)
})

test('playing walks to the end, and starts again from there', async ({ page }) => {
  await open(page, '#/curve?f=square&steps=6&run=sgd(lr=0.1)')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('10')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('6')
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('0')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('steps forward and back, and reset', async ({ page }) => {
  await open(page)
  const iteration = page.getByRole('slider', { name: 'Iteration' })
  await page.getByRole('button', { name: 'Step forward' }).click()
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(iteration).toHaveValue('2')
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(iteration).toHaveValue('1')
  await expect(page.getByRole('row', { name: /^1 6 / })).toHaveAttribute('aria-current', 'step')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(iteration).toHaveValue('0')
})

test('the learning rate is changed by slider and by number, and the path follows at once', async ({
  page,
}) => {
  await open(page, '#/curve?f=square&start=2&steps=5&run=sgd(lr=0.1)')
  const slider = page.getByRole('slider', { name: 'Learning rate' })
  const number = page.getByRole('spinbutton', { name: 'Learning rate' })
  await number.fill('0.25')
  await expect.poll(async () => (await rowOf(page, 1))[1]).toBe(1)
  await expect(slider).toHaveAttribute('aria-valuetext', '0.25')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(number).not.toHaveValue('0.25')
  await expect(page).toHaveURL(/lr=0\.257/)
})

test('a decimal comma is understood, typed and pasted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#/curve?f=square&start=2&steps=5&run=sgd(lr=0.1)')
  const number = page.getByRole('spinbutton', { name: 'Learning rate' })
  await number.selectText()
  await page.keyboard.type('0,25')
  await expect(number).toHaveValue('0.25')
  await expect.poll(async () => (await rowOf(page, 1))[1]).toBe(1)
  await page.evaluate(() => navigator.clipboard.writeText('0,5'))
  await number.selectText()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(number).toHaveValue('0.5')
})

test('the start is dragged, placed by a click, moved by keys and typed', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)')
  const handle = page.getByRole('slider', { name: 'Start' })
  const field = page.getByRole('spinbutton', { name: 'Start x' })
  await handle.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(field).toHaveValue('7.9')
  const box = await handle.boundingBox()
  if (!box) throw new Error('the handle has no place')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 100, y - 40, { steps: 5 })
  await page.mouse.up()
  const dragged = Number(await field.inputValue())
  expect(dragged).toBeLessThan(6)
  expect(dragged).toBeGreaterThan(4)
  await page.mouse.click(x - 300, y)
  await expect.poll(async () => Number(await field.inputValue())).toBeLessThan(1)
  await field.fill('-3')
  await expect(handle).toHaveAttribute('aria-valuenow', '-3')
  await expect.poll(async () => (await rowOf(page, 0))[1]).toBe(-3)
})

test('while it plays the start can be moved', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=600&run=sgd(lr=0.01)')
  await page.getByRole('button', { name: 'Play' }).click()
  await page.getByRole('slider', { name: 'Start' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('7.9')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('choosing a function brings its start, its learning rate and its reason', async ({ page }) => {
  await open(page)
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('sgd')
  await page.getByRole('combobox', { name: 'Function' }).selectOption('soda')
  await expect(page.getByRole('spinbutton', { name: 'Start R' })).toHaveValue('1.5')
  await expect(page.getByRole('spinbutton', { name: 'Learning rate' })).toHaveValue('5')
  await expect(page.getByText('Which can of this volume needs the least metal?')).toBeVisible()
  await page.getByRole('spinbutton', { name: /Volume/ }).fill('500')
  await expect(
    page.getByText(
      `minimum ${(1.5 * ((4 * Math.PI) / 500) ** (1 / 3) * 2 ** (2 / 3)).toPrecision(1)}`,
    ),
  ).toHaveCount(0)
  await expect(page).toHaveURL(/params=V:500/)
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('2/R + 2*pi*R^2/500')
})

test('an expression is typed, and its formula follows', async ({ page }) => {
  await open(page)
  await page.getByRole('textbox', { name: 'Expression' }).fill('(x - 3)² + 1')
  await expect(page.getByRole('combobox', { name: 'Function' })).toHaveValue('custom')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('f(x) = (x - 3)^2 + 1')
  await expect(page.getByText('minimum 1', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/f=\(x-3\)²\+1|f=\(x-3\)%C2%B2\+1/)
})

test('an expression may have another variable', async ({ page }) => {
  await open(page, '#/curve?f=(t-1)^2&start=3&steps=9&run=adam(lr=0.1)')
  await expect(page.getByRole('spinbutton', { name: 'Start t' })).toHaveValue('3')
  expect((await csvOf(page))[0]).toEqual(['run', 'step', 'lr', 't', 'f', 'grad'])
})

test('every optimizer runs, with a control for each of its hyper-parameters', async ({ page }) => {
  await open(page)
  const optimizer = page.getByRole('combobox', { name: 'Optimizer' })
  for (const value of await optimizer
    .locator('option')
    .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value))) {
    await optimizer.selectOption(value)
    await expect(page).toHaveURL(new RegExp(`run=${value}\\(`))
    await expect(page.getByRole('slider', { name: 'Learning rate', exact: true })).toBeVisible()
    await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
  }
})

test('an option changes the rule on the wall', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=sgd(lr=0.1)')
  const rule = page.getByRole('region', { name: 'Update rule' })
  await expect(rule.locator('[data-quantity="b"]')).toHaveCount(0)
  await page.getByRole('spinbutton', { name: 'Momentum' }).fill('0.9')
  await expect(rule.locator('[data-quantity="b"]')).toHaveCount(1)
  await page.getByRole('checkbox', { name: 'Nesterov' }).check()
  await expect(page).toHaveURL(/run=sgd\(lr=0\.1,momentum=0\.9,nesterov\)/)
})

test('the numbers of the formula are patched, not typeset again', async ({ page }) => {
  await open(page)
  await page
    .locator('[data-quantity="m"] [data-number]')
    .first()
    .evaluate((node) => {
      node.setAttribute('data-same', 'yes')
    })
  await page.getByRole('button', { name: 'Step forward' }).click()
  await page.getByRole('spinbutton', { name: 'Learning rate' }).fill('1')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page.locator('[data-quantity="m"] [data-same="yes"]')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Update rule' })).toContainText('step 2 → 3')
})

test('a symbol, its arrow, its slider and its column light up together', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&at=3&run=adam(lr=2)')
  const lit = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => getComputedStyle(node).getPropertyValue('--lit').trim())
  await page.locator('[data-quantity="v"] [data-name="g"]').first().hover()
  expect(await lit('path.arrow[data-name="g"]')).toBe('1')
  expect(await lit('th[data-name="g"]')).toBe('1')
  expect(await lit('path.arrow[data-name="x"]')).toBe('')
  await page.getByRole('slider', { name: 'Beta 1' }).focus()
  expect(await lit('[data-quantity="m"] [data-name="beta1"]')).toBe('1')
})

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

test('divergence is a lesson with a way out', async ({ page }) => {
  await open(page, '#/curve?f=square&start=1&steps=60&run=sgd(lr=1.3)')
  await expect(page.getByRole('status', { name: 'Outcome' })).toContainText('η·f̄″ = 2.6 > 2')
  const way = page.getByRole('button', { name: /Largest learning rate that works/ })
  await way.click()
  await expect(way).toHaveCount(0)
  expect(
    Number(await page.getByRole('spinbutton', { name: 'Learning rate' }).inputValue()),
  ).toBeLessThan(1)
})

test('the trace shows every step of a long run, and only what is in sight exists', async ({
  page,
}) => {
  await open(page, '#/curve?f=square&start=1&steps=5000&at=4321&run=sgd(lr=0.001)')
  const table = page.getByRole('table')
  await expect(table).toHaveAttribute('aria-rowcount', '5002')
  await expect(page.locator('tr[data-step="4321"]')).toBeVisible()
  expect(await page.locator('tr[data-step]').count()).toBeLessThan(80)
  await page.getByRole('region', { name: 'Table of the run' }).evaluate((box) => box.scrollTo(0, 0))
  await expect(page.locator('tr[data-step="0"]')).toBeVisible()
})

test('rows are selected as steps, also those that do not exist, and copied with every digit', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#/curve?f=tanhsin&start=8&steps=3000&run=adam(lr=2)')
  const rows = await csvOf(page)
  const copied = async () => {
    await page.keyboard.press('ControlOrMeta+C')
    const text = await page.evaluate(() => navigator.clipboard.readText())
    return text.split('\n').map((row) => row.split('\t').slice(0, 4))
  }
  const exactly = (from: number, to: number) =>
    rows.slice(from + 1, to + 2).map((row) => [row[1], row[3], row[4], row[5]])
  await page.locator('tr[data-step="3"]').click()
  expect(await copied()).toEqual(exactly(3, 3))
  await page.locator('tr[data-step="5"]').click({ modifiers: ['Shift'] })
  await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(3)
  expect(await copied()).toEqual(exactly(3, 5))
  await page.keyboard.press('Shift+End')
  expect(await copied()).toEqual(exactly(3, 3000))
  await page.keyboard.press('ControlOrMeta+A')
  expect(await copied()).toEqual(exactly(0, 3000))
})

test('a row of the table is a way to its step', async ({ page }) => {
  await open(page)
  await page.locator('tr[data-step="2"]').click()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('2')
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

test('each example opens and runs', async ({ page }) => {
  await open(page)
  const examples = page.getByRole('button', { name: 'Examples' })
  await examples.click()
  // They are loaded when someone asks for them.
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  const count = await page.getByRole('menuitem').count()
  expect(count).toBeGreaterThanOrEqual(8)
  const outcomes: string[] = []
  for (let i = 0; i < count; i++) {
    if (i > 0) await examples.click()
    const before = page.url()
    await page.getByRole('menuitem').nth(i).click()
    await expect(page).not.toHaveURL(before)
    outcomes.push((await page.getByRole('status', { name: 'Outcome' }).textContent()) ?? '')
    await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
  }
  for (const words of [
    'Converged',
    'Diverged',
    'Stuck in a local minimum',
    'Oscillating',
    'Still on the way down',
  ]) {
    expect(outcomes.join('\n')).toContain(words)
  }
})

test('the start’s line in the formula is the derivative there', async ({ page }) => {
  await open(page, '#/curve?f=log(x)&start=4&steps=3&run=sgd(lr=1)')
  const [at, slope] = await lineNumbers(page, 'g')
  expect([at, slope]).toEqual([4, 0.25])
  expect(readShown('−1.5·10⁻³')).toBe(-0.0015)
})
