// What a run is made of, changed by hand: start, learning rate, function, options.
import { csvOf, expect, open, rowOf, test } from './test.ts'

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
  const typed = async () => Number(await field.inputValue())
  await expect.poll(typed).toBeLessThan(6)
  expect(await typed()).toBeGreaterThan(4)
  await page.mouse.click(x - 300, y)
  await expect.poll(typed).toBeLessThan(1)
  await field.fill('-3')
  await expect(handle).toHaveAttribute('aria-valuenow', '-3')
  await expect.poll(async () => (await rowOf(page, 0))[1]).toBe(-3)
})

test('a drag is one step back, however slow it is', async ({ page }) => {
  await page.clock.install()
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)')
  const handle = page.getByRole('slider', { name: 'Start' })
  const field = page.getByRole('spinbutton', { name: 'Start x' })
  const box = await handle.boundingBox()
  if (!box) throw new Error('the handle has no place')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const way of [30, 60, 90]) {
    const before = await field.inputValue()
    await page.mouse.move(x - way, y, { steps: 2 })
    await expect(field).not.toHaveValue(before)
    await page.clock.runFor(5000)
  }
  await page.mouse.up()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field).toHaveValue('8')
})

test('Home and End move the start to the ends of the picture', async ({ page }) => {
  await open(page)
  const start = page.getByRole('slider', { name: 'Start' })
  await start.press('Home')
  await expect(start).toHaveAttribute('aria-valuenow', '-10')
  await start.press('End')
  await expect(start).toHaveAttribute('aria-valuenow', '10')
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

test('an option changes the rule on the wall', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=sgd(lr=0.1)')
  const rule = page.getByRole('region', { name: 'Update rule' })
  await expect(rule.locator('[data-quantity="b"]')).toHaveCount(0)
  await page.getByRole('spinbutton', { name: 'Momentum' }).fill('0.9')
  await expect(rule.locator('[data-quantity="b"]')).toHaveCount(1)
  await page.getByRole('checkbox', { name: 'Nesterov' }).check()
  await expect(page).toHaveURL(/run=sgd\(lr=0\.1,momentum=0\.9,nesterov\)/)
})
