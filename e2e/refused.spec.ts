// What is refused: a number stands in its field until the focus leaves, and then the one of before typing began; an
// expression stands until it is corrected.
import { expect, open, test } from './test.ts'

const link = '#/curve?f=log(x)&start=2&steps=5&run=sgd(lr=0.1)'

for (const [name, value, words] of [
  ['Start x', '-1', 'ln of −1'],
  ['Learning rate', '1e309', 'Learning rate must be a number'],
  ['Steps', '2.5', 'must be a whole number'],
] as const) {
  test(`${value} as ${name} is said to be wrong, and goes when the focus leaves`, async ({
    page,
  }) => {
    await open(page, link)
    const field = page.getByRole('spinbutton', { name })
    const alert = page.getByRole('alert', { name: 'Problem' })
    const before = await field.inputValue()
    await field.selectText()
    await page.keyboard.insertText(value)
    await expect(alert).toContainText(words)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await page.getByRole('button', { name: 'Step forward' }).click()
    await expect(field).toHaveValue(before)
    await expect(field).toHaveAttribute('aria-invalid', 'false')
    await expect(alert).toContainText(`${words}`)
    await expect(alert).toContainText(`${name} is ${before} again`)
  })
}

test('a number that is refused leaves nothing behind of what was typed on the way', async ({
  page,
}) => {
  await open(page, '#/curve?f=x^2&start=7&steps=15&run=sgd(lr=0.1)')
  const alert = page.getByRole('alert', { name: 'Problem' })
  for (const [name, typed, words] of [
    ['Steps', '1e9', 'At most 1,000,000 steps can be run; Steps is 15 again'],
    ['Steps', '1,000', '1,000 is not one number: write 1000 or 1.000; Steps is 15 again'],
    ['Steps', '1/2', 'must be a whole number, 0 or more; Steps is 15 again'],
    ['Steps', '2.5', 'must be a whole number, 0 or more; Steps is 15 again'],
    ['Start x', '1e400', 'The start of x must be a number; Start x is 7 again'],
    ['Start x', '3/0', 'The start of x must be a number; Start x is 7 again'],
    ['Start x', '1.000,5', 'write 1000.5; Start x is 7 again'],
    ['Start x', '5 5', 'to multiply write 5*5; Start x is 7 again'],
    ['Start x', '3 px', '3 px is not a number; Start x is 7 again'],
    ['Start x', '4/', '4/ is not a number; Start x is 7 again'],
  ] as const) {
    const field = page.getByRole('spinbutton', { name })
    const before = await field.inputValue()
    await field.selectText()
    await field.pressSequentially(typed)
    await field.press(typed === '1/2' ? 'Enter' : 'Tab')
    await expect(field).toHaveValue(before)
    await expect(field).toHaveAttribute('aria-invalid', 'false')
    await expect(alert).toContainText(words)
    await expect(page).toHaveURL(/start=7&steps=15&/)
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '17')
  }
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('20')
  await expect(alert).toBeHidden()
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam')
  const beta = page.getByRole('spinbutton', { name: 'Beta 1' })
  await beta.selectText()
  await beta.pressSequentially('-0')
  await expect(page).toHaveURL(/betas=0:/)
  await beta.pressSequentially('.1')
  await expect(alert).toContainText('Beta 1')
  await expect(page).toHaveURL(/betas=0:/)
})

test('an emptied field has its number again when the focus leaves', async ({ page }) => {
  await open(page, link)
  for (const name of ['Start x', 'Steps', 'Learning rate']) {
    const field = page.getByRole('spinbutton', { name })
    const before = await field.inputValue()
    await field.fill('')
    await field.blur()
    await expect(field).toHaveValue(before)
  }
  await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
})

test('an expression that cannot be read stays, marked and with its reason, whatever else changes', async ({
  page,
}) => {
  await open(page, link)
  const expression = page.getByRole('textbox', { name: 'Expression' })
  const alert = page.getByRole('alert', { name: 'Problem' })
  await expression.fill('x^')
  await expect(alert).toContainText('Expected a number')
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('7')
  await expect(page).toHaveURL(/steps=7/)
  await expect(expression).toHaveValue('x^')
  await expect(expression).toHaveAttribute('aria-invalid', 'true')
  await expect(alert).toContainText('Expected a number')
  await expression.fill('log(x)')
  await expect(expression).toHaveAttribute('aria-invalid', 'false')
  await expect(alert).toBeHidden()
})

test('a function that cannot start here is taken when the start suits it', async ({ page }) => {
  await open(page, '#/curve?f=x^2&start=-1&steps=5&run=sgd(lr=0.1)')
  await page.getByRole('textbox', { name: 'Expression' }).fill('log(x)')
  await expect(page.getByRole('alert', { name: 'Problem' })).toContainText('choose another start')
  await page.getByRole('spinbutton', { name: 'Start x' }).fill('2')
  await expect(page).toHaveURL(/f=log\(x\)&start=2/)
  await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
})
