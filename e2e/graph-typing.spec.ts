// What is typed, dragged and slid in the graph lab.
import { lecture } from './graph.ts'
import { expect, nodeOf, open, problem, test } from './test.ts'

test('a value that is dragged, slid or typed changes everything at once', async ({ page }) => {
  await open(page, `${lecture}&at=9`)
  await page.getByRole('spinbutton', { name: 'Start x' }).fill('5')
  await expect(nodeOf(page, /f, .*value −36/)).toBeVisible()
  await expect(nodeOf(page, /the variable y, value −4, adjoint 10/)).toBeVisible()
  await page.getByRole('slider', { name: 'z', exact: true }).fill('-3')
  await expect(nodeOf(page, /the variable z, value −3, adjoint 0/)).toBeVisible()
  // What drags comes with the time.
  await expect(page.getByRole('slider', { name: 'Iteration' })).toBeVisible()
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

test('a function of the catalogue with parameters is shown with their numbers', async ({
  page,
}) => {
  await open(page, '#/graph?f=bowl')
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue(/10\*/)
  await expect(page.getByText('This part has failed')).toHaveCount(0)
})

test('a short formula is as large as any other', async ({ page }) => {
  const sizeOf = async (link: string) => {
    await page.goto('about:blank')
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
