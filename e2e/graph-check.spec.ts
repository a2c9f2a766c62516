// Whether a gradient can be trusted, and the gradient of the gradient.
import { expectAccessible } from './axe.ts'
import { graph } from './graph.ts'
import { expect, open, rowsOf, test } from './test.ts'

test('the gradient is checked by differences, and the best h is where theory has it', async ({
  page,
}) => {
  await open(page, '#/graph?f=sin(x)*exp(x/3)&start=x:1.2')
  await page.getByRole('button', { name: 'Check this gradient' }).click()
  const bench = page.getByRole('region', { name: 'Gradient check' })
  await expect(bench.getByRole('combobox', { name: 'Variable' })).toHaveValue('x')
  await expect(bench).toContainText('√ε')
  await expect(bench.getByRole('cell', { name: /✓/ })).toBeVisible()
  await bench.getByRole('combobox', { name: 'Precision' }).selectOption('float32')
  await expect(bench).toContainText('√ε = 3.5·10⁻⁴')
  await bench.getByRole('spinbutton', { name: 'h' }).fill('0.5')
  await expect(bench).toContainText(/h = 0\.5/)
  await expectAccessible(page)
  await bench.getByRole('button', { name: 'Back to the graph' }).click()
  await expect(graph(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check this gradient' })).toBeFocused()
})

test('the gradient of the gradient is a graph too, and the Hessian a table', async ({ page }) => {
  await open(page, '#/graph?f=x^2*y+sin(y)&start=x:3,y:2')
  const rows = await rowsOf(page, 'Hessian')
  expect(rows).toEqual([
    ['4', '6'],
    ['6', '−0.9093'],
  ])
  await page.getByRole('button', { name: 'Graph of ∂f/∂x' }).click()
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue(/2\*x\*y|2\*y\*x/)
  await expect
    .poll(() => rowsOf(page, 'Variables'))
    .toEqual([
      ['x', '3', '4'],
      ['y', '2', '6'],
      ['f', '12', '1'],
    ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2*y+sin(y)')
})
