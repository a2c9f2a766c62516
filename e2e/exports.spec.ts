// What can be taken away, and brought back.
import { readFileSync } from 'node:fs'
import { expect, exported, open, test } from './test.ts'

const race =
  '#/curve?f=tanhsin&start=8&steps=12&at=3&run=adam(lr=2)@cosine(T_max=12)&run=sgd(lr=0.5,momentum=0.9)'

test('a script for PyTorch', async ({ page }) => {
  await open(page, race)
  const script = await exported(page, 'PyTorch')
  expect(script).toContain('torch.optim.Adam(')
  expect(script).toContain('CosineAnnealingLR(')
  expect(script).toContain('torch.set_default_dtype(torch.float64)')
})

test('a notebook for Jupyter', async ({ page }) => {
  await open(page, race)
  const { nbformat, cells } = JSON.parse(await exported(page, 'Notebook'))
  expect(nbformat).toBe(4)
  const code = cells
    .filter((cell: { cell_type: string }) => cell.cell_type === 'code')
    .map((cell: { source: string[] }) => cell.source.join(''))
    .join('\n')
  expect(code).toContain('torch.optim.Adam(')
  expect(code).toContain('FuncAnimation(')
})

test('the rule as LaTeX, general and with this step’s numbers', async ({ page }) => {
  await open(page, race)
  const latex = await exported(page, 'LaTeX')
  expect(latex).toContain('\\beta_1 m_{t-1} + (1 - \\beta_1) g_t')
  expect(latex).toContain('% Step 3 to 4')
  expect(latex.match(/\\begin\{align\*\}/g)).toHaveLength(2)
})

test('worked steps up to the one that is shown, and exercises with their answers', async ({
  page,
}) => {
  await open(page, race)
  const steps = await exported(page, 'Worked steps')
  expect(steps.match(/\\textbf\{Step \d+\}/g)).toHaveLength(4)
  expect(steps).toContain('#/curve?f=tanhsin')
  const sheet = await exported(page, 'Exercises')
  expect(sheet).toContain('\\section*{Answers}')
  expect(sheet.match(/\\item/g)).toHaveLength(12)
})

test('the plot as SVG that needs no style sheet', async ({ page }) => {
  await open(page, race)
  await expect(page.locator('[data-layer="racers"] text').filter({ hasText: 'SGD' })).toBeAttached()
  const svg = await exported(page, 'SVG')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(svg).not.toContain(' class=')
  expect(svg).toContain('@font-face')
  expect(new Set(svg.match(/ stroke="rgb[^"]*"/g)).size).toBeGreaterThan(3)
  expect(svg).toContain('deepest minimum')
  expect(svg).toMatch(/>SGD<\/text>/)
})

test('the loss as SVG', async ({ page }) => {
  await open(page, race)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Chart as SVG' }).click(),
  ])
  const svg = readFileSync((await download.path()) as string, 'utf8')
  expect(svg).toContain('aria-label="Loss over 12 steps"')
})

test('the plot as PNG, twice as large as on the screen', async ({ page }) => {
  await open(page, race)
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'PNG' }).click(),
  ])
  const file = readFileSync((await download.path()) as string)
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  const plot = await page.getByRole('region', { name: 'Plot' }).boundingBox()
  expect(file.readUInt32BE(16)).toBe(2 * Math.floor(plot?.width ?? 0))
})

test('a saved experiment is dropped on the page', async ({ page }) => {
  await open(page, race)
  const json = await exported(page, 'JSON')
  await page.goto('about:blank')
  await open(page)
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'run.json', { type: 'application/json' }))
    return transfer
  }, json)
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  await expect(page.getByRole('group', { name: 'SGD', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/@cosine\(T_max=12\)/)
  expect(await exported(page, 'JSON')).toBe(json)
})
