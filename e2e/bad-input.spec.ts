// What cannot be meant: it gets a sentence, and nothing is lost.
import { expect, open, problem, rowOf, test } from './test.ts'

test.describe('bad input gets a sentence, and nothing is lost', () => {
  test('an expression that cannot be read', async ({ page }) => {
    await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
    const before = await rowOf(page, 5)
    const expression = page.getByRole('textbox', { name: 'Expression' })
    await expression.fill('x^2 + sin x cos x')
    await expect(problem(page)).toContainText(
      'write sin(x)*cos(x) or sin(x*cos(x)), at character 7',
    )
    await expect(expression).toHaveValue('x^2 + sin x cos x')
    await expect(expression).toHaveAttribute('aria-invalid', 'true')
    expect(await rowOf(page, 5)).toEqual(before)
    await page.getByRole('button', { name: 'sin(x*cos(x))', exact: true }).click()
    await expect(expression).toHaveValue('x^2 + sin(x*cos(x))')
    await expect(expression).toBeFocused()
    await expect(problem(page)).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('x^2 + sin(x')
    await expression.fill('2*expm1(x)')
    await expect(problem(page)).toContainText('expm1 is not a function here; write (exp(x) - 1)')
    await page.getByRole('button', { name: '(exp(x) - 1)', exact: true }).click()
    await expect(expression).toHaveValue('2*(exp(x) - 1)')
    await expression.fill('x^2 for x<0')
    await expect(problem(page)).toContainText('cases are written where(x > 0, x, -x)')
    await expect(page.getByRole('group', { name: 'Write instead' })).toHaveCount(0)
  })

  test('school notation is read, and says how; two variables are for the other lab', async ({
    page,
  }) => {
    await open(page, '#/curve?f=|x|&start=2&steps=5&seed=7&run=sgd(lr=0.1)')
    const expression = page.getByRole('textbox', { name: 'Expression' })
    await expect(expression).toHaveAccessibleDescription('read as abs(x)')
    await expression.fill('x sin^2 x')
    await expect(expression).toHaveAccessibleDescription('read as x*sin(x)^2')
    await expect(page).toHaveURL(/f=x%20sin\^2%20x/)
    await expression.fill('e^2x')
    await expect(expression).toHaveAccessibleDescription('read as e^2*x')
    await expression.fill('x^2 + |y|')
    const link = page.getByRole('link', { name: 'Open in Surface' })
    await expect(link).toBeVisible()
    await link.click()
    await expect(page).toHaveURL(/#\/surface\?f=x\^2\+\|y\|&start=2,1&.*run=sgd\(lr=0.1\)/)
    await expect(page).toHaveURL(/seed=7/)
    await expression.fill('3x')
    await page.getByRole('link', { name: 'Open in Curve' }).click()
    await expect(page).toHaveURL(/#\/curve\?f=3x&start=2&/)
    await expect(problem(page)).toBeHidden()
  })

  test('numbers that PyTorch refuses', async ({ page }) => {
    await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
    const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
    await rate.fill('-1')
    await expect(problem(page)).toContainText('Learning rate must not be below 0')
    await expect(rate).toHaveValue('-1')
    await expect(rate).toHaveAttribute('aria-invalid', 'true')
    await rate.fill('0')
    await expect(problem(page)).toBeHidden()
    await expect(page.getByRole('status', { name: 'Outcome' })).toContainText(
      'The point does not move',
    )
    await rate.fill('1e308')
    await expect(page.getByRole('status', { name: 'Outcome' })).toContainText('Diverged')
    await page.getByRole('checkbox', { name: 'Nesterov' }).click()
    await expect(problem(page)).toContainText('Nesterov momentum needs a momentum above 0')
    await expect(page.getByRole('checkbox', { name: 'Nesterov' })).not.toBeChecked()
  })

  test('a number may be reckoned; what is none goes, with a sentence', async ({ page }) => {
    await open(page, '#/curve?f=x^2&start=2&steps=5&run=adam(lr=0.1)')
    const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
    for (const [typed, link] of [
      ['1/2', '0.5'],
      ['0,25', '0.25'],
      ['2^-3', '0.125'],
      ['−3/−4', '0.75'],
    ] as const) {
      await rate.fill(typed)
      await expect(page).toHaveURL(new RegExp(`lr=${link}\\b`))
      await rate.press('Enter')
      await expect(rate).toHaveValue(link)
    }
    await rate.fill('1/')
    await expect(rate).toHaveAttribute('aria-invalid', 'false')
    await expect(problem(page)).toBeHidden()
    await rate.blur()
    await expect(problem(page)).toContainText('1/ is not a number; Learning rate is 0.75 again')
    await expect(rate).toHaveValue('0.75')
    await expect(rate).toHaveAttribute('aria-invalid', 'false')
    await expect(page).toHaveURL(/lr=0.75/)
    await rate.fill('1/8')
    await expect(problem(page)).toBeHidden()
    await expect(page).toHaveURL(/lr=0.125/)
    const start = page.getByRole('spinbutton', { name: 'Start x' })
    await start.press('ArrowUp')
    await expect(start).toHaveValue('3')
    await expect(start).toHaveAttribute('aria-valuenow', '3')
  })

  test('a start outside the domain', async ({ page }) => {
    await open(page, '#/curve?f=log(x)^2&start=2&steps=5&run=sgd(lr=0.1)')
    await page.getByRole('spinbutton', { name: 'Start x' }).fill('-1')
    await expect(problem(page)).toContainText('f is not defined at the start x = −1 (ln of −1)')
    await expect(page).toHaveURL(/start=2/)
  })

  test('a million steps run, and the page stays alive', async ({ page }) => {
    await open(page, '#/curve?f=tanhsin&start=8&steps=10&run=adam(lr=0.001)')
    await page.getByRole('spinbutton', { name: 'Steps' }).fill('1000000')
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1000002')
    await page.getByRole('slider', { name: 'Iteration' }).fill('999999')
    await expect(page.locator('tr[data-step="999999"]')).toBeVisible()
  })
})
