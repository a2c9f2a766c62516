// Links, files and bad input: what outsiders hold on to.
import { readFileSync } from 'node:fs'
import { expect, exported, open, rowOf, test } from './test.ts'

const problem = (page: import('@playwright/test').Page) =>
  page.getByRole('alert', { name: 'Problem' })

test('Copy link makes a link that chat programs leave alone and that shows the same', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(
    page,
    '#/curve?f=x^2/20+tanh(sin(x))&start=8&steps=15&at=4&run=adam(lr=2,betas=0.8:0.99,amsgrad)',
  )
  const before = await rowOf(page, 15)
  await page.getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/^http:\/\/localhost:\d+\/#\/curve\?[A-Za-z0-9\-./:=,+&%]*$/)
  await page.goto('about:blank')
  await open(page, link)
  expect(await rowOf(page, 15)).toEqual(before)
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('4')
  await expect(page.getByRole('checkbox', { name: 'AMSGrad' })).toBeChecked()
})

test('the address bar always holds the link', async ({ page }) => {
  await open(page, '#/curve?f=x^2&start=2&run=sgd')
  await expect(page).toHaveURL(/#\/curve\?f=x\^2&start=2&steps=50&run=sgd\(lr=0\.001\)$/)
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('7')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page).toHaveURL(/steps=7&at=1&run/)
})

test('editing the address redraws', async ({ page }) => {
  await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
  await page.evaluate(() => {
    location.hash = '#/curve?f=x^2&start=3&steps=5&run=sgd(lr=0.1)'
  })
  await expect.poll(async () => (await rowOf(page, 0))[1]).toBe(3)
})

test('a link needs little, and says little: defaults are PyTorch’s', async ({ page }) => {
  await open(page, '#/curve?f=x^2&run=adam')
  await expect(page.getByRole('spinbutton', { name: 'Learning rate' })).toHaveValue('0.001')
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('1')
  await expect(page.getByRole('spinbutton', { name: 'Steps' })).toHaveValue('50')
})

for (const [link, words, then] of [
  [
    '#/curve?f=x^2&colour=red&start=3&run=sgd(lr=0.1)',
    'colour in the link is not known',
    'start=3',
  ],
  ['#/curve?f=x^2&start=NaN&run=sgd(lr=0.1)', 'start=NaN', 'lr=0.1'],
  ['#/curve?f=x^2&start=3&run=sgd(lr=fast)', 'Learning rate must be a number', 'lr=0.001'],
  ['#/curve?f=x^2&start=3&run=sgd(lr=-1)', 'Learning rate must not be below 0', 'lr=0.001'],
  ['#/curve?f=x^2&start=3&run=magic(lr=1)', 'no optimizer', 'run=sgd'],
  ['#/curve?f=log(x)&start=-1&run=sgd(lr=0.1)', 'ln of −1', 'start=1'],
  ['#/curve?f=x*y&run=sgd(lr=0.1)', 'A curve has one variable', 'tanhsin'],
  ['#/curve?f=x^2&steps=1e9&run=sgd(lr=0.1)', 'At most 1,000,000 steps', 'lr=0.1'],
  ['#/surfaces?f=x^2&run=sgd(lr=0.1)', 'There is no lab surfaces', 'lr=0.1'],
  ['#/surface?f=x^2&run=sgd(lr=0.1)', 'A surface has two variables', 'ravine'],
  ['#/curve?f=x^2&start=2&run=sgd(lr=0.1)@cosine', 'needs a value for "T_max"', 'lr=0.1'],
  ['#/curve?f=x^2&start=2&run=sgd(lr=0.1,bugs=typo)&run=adam', 'no bug', 'run=adam'],
  ['#/curve?f=x^2&start=2&run=custom(lr=0.1)&rule=y=x', 'never moves x', 'run=custom'],
] as const) {
  test(`of ${link} what can be read still works`, async ({ page }) => {
    await open(page, link)
    await expect(problem(page)).toContainText(words)
    await problem(page).getByRole('button', { name: 'Dismiss' }).click()
    await expect(problem(page)).toBeHidden()
    await page.getByRole('button', { name: 'Step forward' }).click()
    await expect(page).toHaveURL((url) => url.href.includes(then))
  })
}

test('a link that could not be read stays in the address bar to be corrected', async ({ page }) => {
  await open(page, '#/curve?f=x^2+*3&start=3')
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2+*3')
  await expect(page).toHaveURL(/f=x\^2\+\*3&start=3$/)
})

test('a fragment of any bytes shows the page', async ({ page }) => {
  for (const fragment of [
    '#%E0%A4%A',
    '#/curve?f=%00%ff',
    '#?&&==&',
    '#/curve?run=((((',
    '#/../../x?f=1',
    '#\u{1F600}',
  ]) {
    await page.goto('about:blank')
    await open(page, fragment)
    await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  }
})

test.describe('bad input gets a sentence, and nothing is lost', () => {
  test('an expression that cannot be read', async ({ page }) => {
    await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
    const before = await rowOf(page, 5)
    const expression = page.getByRole('textbox', { name: 'Expression' })
    await expression.fill('x^2 + sin x')
    await expect(problem(page)).toContainText('Write sin(x) with parentheses, at character 7')
    await expect(expression).toHaveValue('x^2 + sin x')
    await expect(expression).toHaveAttribute('aria-invalid', 'true')
    expect(await rowOf(page, 5)).toEqual(before)
    await expression.fill('x^2 + sin(x)')
    await expect(problem(page)).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('x^2 + sin(x)')
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

  test('a start outside the domain', async ({ page }) => {
    await open(page, '#/curve?f=log(x)^2&start=2&steps=5&run=sgd(lr=0.1)')
    await page.getByRole('spinbutton', { name: 'Start x' }).fill('-1')
    await expect(problem(page)).toContainText('f is not defined at the start x = −1 (ln of −1)')
    await expect(page).toHaveURL(/start=2/)
  })

  test('a million steps run, and the page stays alive', async ({ page }) => {
    await open(page, '#/curve?f=tanhsin&start=8&steps=10&run=adam(lr=0.001)')
    await page.getByRole('spinbutton', { name: 'Steps' }).fill('1000000')
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1000002', {
      timeout: 20_000,
    })
    await page.getByRole('slider', { name: 'Iteration' }).fill('999999')
    await expect(page.locator('tr[data-step="999999"]')).toBeVisible()
  })
})

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
