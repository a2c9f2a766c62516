// The graph lab: an expression forward and backward, by its words.
import { differentiate } from '../src/core/graphs/differentiate.ts'
import { expectAccessible, rulesOf } from './axe.ts'
import { chainRule, lecture } from './graph.ts'
import { expect, exported, nodeOf, open, overflow, rowsOf, test } from './test.ts'

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
