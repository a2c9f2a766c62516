// Files: saved, opened and refused.
import { readFileSync } from 'node:fs'
import { expect, exported, open, problem, test } from './test.ts'

test('JSON is saved and opened', async ({ page }) => {
  await open(
    page,
    '#/curve?f=soda&params=V:500&start=2&steps=30&at=3&run=adam(lr=0.5,betas=0.8:0.99)',
  )
  const json = await exported(page, 'JSON')
  expect(JSON.parse(json)).toEqual({
    lab: 'curve',
    f: 'soda',
    params: { V: 500 },
    start: [2],
    steps: 30,
    at: 3,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.5, betas: [0.8, 0.99] } }],
  })
  await open(page, '#/curve?f=x^2&start=1&steps=2&run=sgd')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open' }).click()
  await (await chooser).setFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json),
  })
  await expect(page).toHaveURL(
    /f=soda&params=V:500&start=2&steps=30&at=3&run=adam\(lr=0\.5,betas=0\.8:0\.99\)/,
  )
})

test('a file that is no experiment is refused with a sentence', async ({ page }) => {
  await open(page)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open' }).click()
  await (await chooser).setFiles({
    name: 'cat.json',
    mimeType: 'application/json',
    buffer: Buffer.from('meow'),
  })
  await expect(problem(page)).toContainText('cat.json is not an experiment saved by Descent')
})

test('CSV has Unix line ends, no mark at its start, and an empty rate in its last row', async ({
  page,
}) => {
  await open(page, '#/curve?f=square&start=2&steps=2&run=sgd(lr=0.25)')
  expect(await exported(page, 'CSV')).toBe(
    'run,step,lr,x,f,grad\nSGD,0,0.25,2,4,4\nSGD,1,0.25,1,1,2\nSGD,2,,0.5,0.25,1\n',
  )
})

test('PyTorch’s own path is the one on the page', async ({ page }) => {
  interface Reference {
    expression: string
    optimizer: string
    hyper: { lr: number }
    schedule?: object
    start: number[]
    x: number[][]
  }
  const { runs } = JSON.parse(
    readFileSync('src/core/descent/torch/descents.torch.json', 'utf8'),
  ) as {
    runs: Reference[]
  }
  const run = runs.find((r) => r.optimizer === 'radam' && r.start.length === 1) as Reference
  await open(
    page,
    `#/curve?f=${run.expression.replaceAll(' ', '')}&start=${run.start[0]}&steps=${run.x.length - 1}&run=radam(lr=${run.hyper.lr})`,
  )
  const rows = (await exported(page, 'CSV')).trim().split('\n').slice(1)
  rows.forEach((row, k) => {
    expect(Number(row.split(',')[3])).toBeCloseTo(run.x[k]?.[0] as number, 11)
  })
})
