// What one does with a gradient in the graph lab: take a step, forget zero_grad(), say what it is.
import { chainRule, lecture } from './graph.ts'
import { expect, open, rowsOf, test } from './test.ts'

test('steps go down the gradient, and the graph keeps pace', async ({ page }) => {
  await open(page, '#/graph?f=x^2+3*y^2&start=x:2,y:1&run=sgd(lr=0.125)')
  const take = page.getByRole('button', { name: 'Take a step' })
  await take.click()
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('1.5')
  await expect(page.getByRole('spinbutton', { name: 'Start y' })).toHaveValue('0.25')
  await take.click()
  await expect(page.getByText('2 steps: f went from 7 to')).toBeVisible()
  await page
    .getByRole('link', { name: /Surface/ })
    .and(page.locator('main a'))
    .click()
  await expect(page).toHaveURL(/#\/surface\?f=x\^2\+3\*y\^2&start=1\.125/)
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
})

test('backward() twice without zero_grad() adds the gradients up', async ({ page }) => {
  await open(page, lecture)
  const backward = page.getByRole('button', { name: 'Backward' })
  await backward.click()
  await expect(page.getByText('backward() was called once')).toBeVisible()
  await backward.click()
  await expect(page.getByText(/called 2 times without zero_grad\(\)/)).toContainText('x.grad = −16')
  const rowOfX = async () => (await rowsOf(page, 'Variables'))[1]
  await expect.poll(rowOfX).toEqual(['x', '3', '−8', '−16'])
  await page.getByRole('button', { name: 'zero_grad()' }).click()
  await expect(backward).toBeFocused()
  await backward.click()
  await expect.poll(rowOfX).toEqual(['x', '3', '−8', '−8'])
})

test('the student says what an adjoint is, and is told why not', async ({ page }) => {
  await open(page, `${lecture}&at=8`)
  await page.getByRole('checkbox', { name: 'Ask me' }).check()
  const question = page.getByRole('group', { name: 'Question' })
  await expect(question).toContainText('What is ∂f/∂x?')
  expect((await rowsOf(page, 'Variables'))[1]).toEqual(['x', '3', '?'])
  const answer = question.getByRole('spinbutton', { name: 'Your answer' })
  await answer.fill('-4')
  await question.getByRole('button', { name: 'Check' }).click()
  await expect(chainRule(page)).toContainText('That is the local derivative ∂v₁/∂x')
  await answer.fill('-8')
  await question.getByRole('button', { name: 'Check' }).click()
  await expect(chainRule(page)).toContainText('Right: −8, 2 times −4')
  await question.getByRole('button', { name: 'Go on' }).click()
  await expect(question).toContainText('What is ∂f/∂y?')
  await expect(answer).toBeFocused()
})
