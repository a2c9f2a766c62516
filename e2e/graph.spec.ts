// The graph lab: an expression forward and backward, by its words.
import type { Page } from '@playwright/test'
import { differentiate } from '../src/core/graphs/differentiate.ts'
import { examples } from '../src/labs/graph/examples.ts'
import { expectAccessible, rulesOf } from './axe.ts'
import { expect, exported, nodeOf, open, overflow, problem, readShown, test } from './test.ts'

const lecture = '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:-1'

const graph = (page: Page) => page.getByRole('region', { name: 'Graph' })
const chainRule = (page: Page) => page.getByRole('region', { name: 'Chain rule' })

/** A table's rows as texts. */
async function rowsOf(page: Page, name: string): Promise<string[][]> {
  const region = page.getByRole('button', { name, exact: true })
  if ((await region.getAttribute('aria-expanded')) === 'false') await region.click()
  const rows = page.getByRole('table', { name }).locator('tbody tr')
  await expect(rows.first()).toBeAttached()
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  )
}

test('the lecture’s example has its numbers: in the tables, on the nodes, in words', async ({
  page,
}) => {
  await open(page, lecture)
  const variables = await rowsOf(page, 'Variables')
  expect(variables).toEqual([
    ['w', '−1', '0'],
    ['x', '3', '−8'],
    ['y', '−4', '6'],
    ['z', '2', '2'],
    ['f', '−20', '1'],
  ])
  const { nodes } = differentiate('2*(x*y + max(z, w))', { x: 3, y: -4, z: 2, w: -1 })
  const rows = await rowsOf(page, 'Nodes')
  expect(
    rows.map(([, operation, inputs, value, adjoint]) => [operation, inputs, value, adjoint]),
  ).toEqual(
    nodes.map(({ operation, inputs, value, adjoint }) =>
      [operation, inputs.join(' '), String(value), String(adjoint)].map((text) =>
        text.replace(/^-(?=\d)/, '−'),
      ),
    ),
  )
  await page.getByRole('button', { name: 'Backward' }).click()
  await expect(
    nodeOf(page, /^Node 4 of 9: v₁, product of x and y, value −12, adjoint 2: 2 from v₃\.$/),
  ).toBeVisible()
  await expect(nodeOf(page, /the variable x, value 3, adjoint −8: −8 from v₁/)).toBeVisible()
  await expect(nodeOf(page, /the variable w, value −1, adjoint 0: 0 from v₂/)).toBeVisible()
})

test('forward and backward go one operation at a time, with the chain rule in symbols and numbers', async ({
  page,
}) => {
  await open(page, lecture)
  const step = (times: number) => async () => {
    for (let i = 0; i < times; i++) await page.getByRole('button', { name: 'Step forward' }).click()
  }
  await step(1)()
  await expect(chainRule(page)).toContainText('v₁ is the product of x and y.')
  await expect(chainRule(page).locator('.katex').first()).toBeAttached()
  await expect(nodeOf(page, /^Node 8 of 9: v₃, .*not computed yet/)).toBeVisible()
  await page.getByRole('button', { name: 'Forward', exact: true }).click()
  await expect(nodeOf(page, /f, product of 2 and v₃, value −20/)).toBeVisible()
  await expect(nodeOf(page, /the variable x, value 3\.$/)).toBeVisible()
  await page.keyboard.press('End')
  await expect(chainRule(page)).toContainText('The gradient is complete')
  const formulas = chainRule(page).getByRole('group', { name: 'Formulas' })
  await expect(formulas).toContainText('= 2 · (−4)')
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(nodeOf(page, /the variable x, value 3\.$/)).toBeVisible()
  await expect(page).toHaveURL(/at=8/)
})

test('a value that is dragged, slid or typed changes everything at once', async ({ page }) => {
  await open(page, `${lecture}&at=9`)
  await page.getByRole('spinbutton', { name: 'Start x' }).fill('5')
  await expect(nodeOf(page, /f, .*value −36/)).toBeVisible()
  await expect(nodeOf(page, /the variable y, value −4, adjoint 10/)).toBeVisible()
  await page.getByRole('slider', { name: 'z', exact: true }).fill('-3')
  await expect(nodeOf(page, /the variable z, value −3, adjoint 0/)).toBeVisible()
  const leaf = nodeOf(page, /the variable w/)
  const box = await leaf.boundingBox()
  if (!box) throw new Error('The leaf is not drawn')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('spinbutton', { name: 'Start w' })).not.toHaveValue('-1')
  const w = Number(await page.getByRole('spinbutton', { name: 'Start w' }).inputValue())
  expect(w).toBeGreaterThan(-1)
  await expect(page).toHaveURL(new RegExp(`w:${w}`))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Start w' })).toHaveValue('-1')
})

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

test('by keys one goes from node to node, and each is told', async ({ page }) => {
  await open(page, `${lecture}&at=9`)
  await nodeOf(page, /^Node 9 of 9: f/).focus()
  const told = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await page.keyboard.press('Home')
  await page.keyboard.press('End')
  await expect.poll(told).toMatch(/^Node 9 of 9: f, product of 2 and v₃, value −20, adjoint 1/)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(told).toMatch(/v₃|number 2/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(chainRule(page).getByRole('button', { name: 'Back to the step' })).toBeVisible()
  await expect(page).toHaveURL(/at=9/)
})

test('a tie is explained with PyTorch’s choice and the lecture’s', async ({ page }) => {
  await open(page, '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:2&at=2')
  await expect(chainRule(page)).toContainText('PyTorch gives each half')
  await expect(chainRule(page)).toContainText('indicator 1(x ≥ y)')
})

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

test('what cannot be read leaves the graph as it was', async ({ page }) => {
  await open(page, lecture)
  const field = page.getByRole('textbox', { name: 'Expression' })
  await field.fill('2*(x*y + max(z, w)')
  await expect(problem(page)).toBeVisible()
  await expect(nodeOf(page, /f, product of 2 and v₃/)).toBeVisible()
  await field.fill('x1*x2')
  await expect(nodeOf(page, /f, product of x1 and x2/)).toBeVisible()
  await expect(problem(page)).toBeHidden()
})

for (const [f, start, value] of [
  ['x^100', 'x:11', '1.378·10¹⁰⁴'],
  ['10^x', 'x:120', '10¹²⁰'],
  ['x', 'x:1e308', '10³⁰⁸'],
  ['exp(exp(x))', 'x:8', '∞'],
] as const)
  test(`very large numbers are written too: ${f} at ${start}`, async ({ page }) => {
    await open(page, `#/graph?f=${f}&start=${start}`)
    expect((await rowsOf(page, 'Variables')).at(-1)?.[1]).toBe(value)
    await expect(page.getByText('This part has failed')).toHaveCount(0)
  })

test('a function of the catalogue with parameters is shown with their numbers', async ({
  page,
}) => {
  await open(page, '#/graph?f=bowl')
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue(/10\*/)
  await expect(page.getByText('This part has failed')).toHaveCount(0)
})

test('a short formula is as large as any other', async ({ page }) => {
  const sizeOf = async (link: string) => {
    await open(page, link)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading.locator('.katex').first()).toBeAttached()
    return heading.evaluate((it) => getComputedStyle(it).fontSize)
  }
  const usual = await sizeOf('#/graph?f=x*y')
  expect(await sizeOf('#/graph?f=x1*x2%2Bx1')).toBe(usual)
})

test('what is typed stays as it is typed, whatever it means on the way', async ({ page }) => {
  await open(page, lecture)
  const field = page.getByRole('textbox', { name: 'Expression' })
  await field.fill('')
  await field.pressSequentially('max(z,w)*x')
  await expect(field).toHaveValue('max(z,w)*x')
  await expect(nodeOf(page, /f, product of v₁ and x/)).toBeVisible()
  // Values that were there before are there again.
  await expect(page.getByRole('spinbutton', { name: 'Start z' })).toHaveValue('2')
  await expect(page.getByRole('spinbutton', { name: 'Start w' })).toHaveValue('-1')
})

for (const { name, link } of examples)
  test(`the example “${name}” opens with its numbers`, async ({ page }) => {
    await open(page, link)
    await expect(problem(page)).toBeHidden()
    const query = new URLSearchParams(link.slice(link.indexOf('?') + 1).replaceAll('+', '%2B'))
    const start = Object.fromEntries(
      (query.get('start') ?? '').split(',').map((pair) => {
        const [key = '', value] = pair.split(':')
        return [key, Number(value)]
      }),
    )
    const { value, gradient } = differentiate(query.get('f') ?? '', start)
    const rows = await rowsOf(page, 'Variables')
    const seen = Object.fromEntries(rows.map(([key, , slope = '']) => [key, readShown(slope)]))
    const near = (a: number, b: number) =>
      expect(Math.abs(a - b)).toBeLessThanOrEqual(6e-5 * Math.max(1, Math.abs(b)))
    for (const [key, slope] of Object.entries(gradient)) near(seen[key] ?? Number.NaN, slope)
    near(readShown(rows.at(-1)?.[1] ?? ''), value)
  })

test('micrograd’s README has its digits', async ({ page }) => {
  const link = examples.find(({ name }) => name.includes('micrograd'))?.link ?? ''
  await open(page, link)
  expect(await rowsOf(page, 'Variables')).toEqual([
    ['a', '−4', '138.8338'],
    ['b', '2', '645.5773'],
    ['f', '24.7041', '1'],
  ])
})

test('what is taken away has the contract’s columns', async ({ page }) => {
  await open(page, lecture)
  const csv = await exported(page, 'CSV')
  expect(csv.split('\n')[0]).toBe('node,operation,inputs,value,adjoint')
  expect(csv).toContain('\n3,*,1 2,-12,2\n')
  expect(await exported(page, 'PyTorch')).toContain('requires_grad=True')
  expect(JSON.parse(await exported(page, 'Notebook')).nbformat).toBe(4)
  expect(JSON.parse(await exported(page, 'JSON'))).toMatchObject({ lab: 'graph', start: { x: 3 } })
  const svg = await exported(page, 'SVG')
  expect(svg).toContain('max</text>')
  expect(svg).toContain('−20')
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await open(page, `${lecture}&at=7`)
    await expect(chainRule(page).locator('.katex').first()).toBeAttached()
    await expectAccessible(page, ...rulesOf(theme))
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })
  test('nothing is cut, and a tap opens a node', async ({ page }) => {
    await open(page, `${lecture}&at=7`)
    expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    await nodeOf(page, /v₂, maximum of z and w/).tap()
    await expect(chainRule(page)).toContainText('Node')
    await expectAccessible(page)
  })
})
