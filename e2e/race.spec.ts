// Several optimizers from one start: side by side, with schedules, mistakes and branches.
import { expect, lineNumbers, open, overflow, rowOf, test } from './test.ts'

const race =
  '#/curve?f=tanhsin&start=8&steps=40&run=sgd(lr=0.5,momentum=0.9)&run=adam(lr=0.8)&run=adam(lr=2)'

test('each racer has its controls in a group of its name, and its place in the standings', async ({
  page,
}) => {
  await open(page, race)
  for (const name of ['SGD', 'Adam', 'Adam 2']) {
    const group = page.getByRole('group', { name, exact: true })
    await expect(group.getByRole('spinbutton', { name: 'Learning rate' })).toBeVisible()
    await expect(group.getByRole('combobox', { name: 'Optimizer' })).toBeVisible()
  }
  const standings = page.getByRole('region', { name: 'Standings' })
  await expect(standings.getByRole('row')).toHaveCount(4)
  await expect(standings.getByRole('row').nth(1)).toContainText('SGD')
})

test('the racer that is used is the one whose formula, table and outcome are shown', async ({
  page,
}) => {
  await open(page, race)
  const outcome = page.getByRole('status', { name: 'Outcome' })
  await expect(outcome).toContainText(/^SGD/)
  await page
    .getByRole('group', { name: 'Adam 2', exact: true })
    .getByRole('spinbutton', { name: 'Learning rate' })
    .fill('1.5')
  await expect(outcome).toContainText(/^Adam lr 1.5/)
  await expect(page.getByRole('region', { name: 'Update rule' })).toContainText('Adam lr 1.5')
  await expect(page).toHaveURL(/run=adam\(lr=1.5\)$/)
})

test('a racer that is not selected is removed by one click, and its branch goes its own way', async ({
  page,
}) => {
  await open(
    page,
    '#/curve?f=square&start=2&steps=9&run=sgd(lr=0.1,momentum=0.5)&run=adam(lr=0.4)&run=adam(lr=1,from=1:3)',
  )
  await page.getByRole('button', { name: 'Remove Adam', exact: true }).click()
  await expect(page).toHaveURL(/run=sgd\(lr=0.1,momentum=0.5\)&run=adam\(lr=1\)$/)
  // The focus is at the one that has moved up, where no second press removes it too.
  const next = page.getByRole('group', { name: 'Adam', exact: true })
  await expect(next.getByRole('button', { name: 'Adam', exact: true })).toBeFocused()
})

test('the page itself does not scroll, however many controls there are', async ({ page }) => {
  await open(page, `${race}&run=rmsprop(lr=1)@one-cycle(max_lr=1)`)
  await expect(page.getByRole('img', { name: /^Learning rate over/ })).toBeVisible()
  expect((await overflow(page)).down).toBeLessThanOrEqual(0)
})

test('racers are called what tells them apart, and whoever is shown has its controls in view', async ({
  page,
}) => {
  const runs =
    'run=sgd(lr=0.5,momentum=0.8)&run=sgd(lr=0.5)&run=sgd(lr=0.5)@step(step_size=5)&run=adam(lr=0.4)'
  await open(page, `#/curve?f=tanhsin&start=8&steps=15&at=6&${runs}`)
  const plot = page.getByRole('region', { name: 'Plot' })
  const names = ['SGD μ = 0.8', 'SGD', 'SGD @step', 'Adam']
  for (const name of names) await expect(plot.getByText(name, { exact: true })).toBeAttached()
  const balls = await plot
    .locator('circle.racer, circle.now')
    .evaluateAll((all) =>
      all.map((ball) => [getComputedStyle(ball).r, getComputedStyle(ball).fill].join()),
    )
  expect(new Set(balls).size).toBe(4)
  expect(new Set(balls.map((ball) => ball.split(',')[0])).size).toBe(1)

  await page.getByRole('button', { name: 'Add optimizer' }).click()
  await expect(page.getByRole('status', { name: 'Outcome' })).toContainText(/^AdamW/)
  const added = page.getByRole('group', { name: 'AdamW', exact: true })
  await expect(added.getByRole('combobox', { name: 'Optimizer' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'SGD μ = 0.8', exact: true }).last().click()
  const first = page.getByRole('group', { name: 'SGD', exact: true })
  await expect(first.getByRole('combobox', { name: 'Optimizer' })).toBeInViewport({ ratio: 1 })
})

test('racers come and go', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=9&run=sgd(lr=0.1)')
  await expect(page.getByRole('region', { name: 'Standings' })).toHaveCount(0)
  const add = page.getByRole('button', { name: 'Add optimizer' })
  await add.press('Enter')
  await expect(page.getByRole('group', { name: 'Adam', exact: true })).toBeVisible()
  await expect(add).toBeFocused()
  await page
    .getByRole('group', { name: 'Adam', exact: true })
    .getByRole('combobox', { name: 'Optimizer' })
    .selectOption('sgd')
  await expect(page.getByRole('group', { name: 'SGD 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove SGD', exact: true }).press('Enter')
  await expect(page).toHaveURL(/&run=sgd\(lr=0.1\)$/)
  await expect(add).toBeFocused()
  await expect(page.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
})

test('a budget in evaluations ends each run at its price', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=30&run=sgd(lr=0.1)&run=gd-armijo(lr=8)')
  await page.getByRole('combobox', { name: 'Budget in' }).selectOption('evaluations')
  await expect(page).toHaveURL(/budget=evaluations/)
  const row = page.getByRole('region', { name: 'Standings' }).getByRole('row', { name: /Armijo/ })
  await expect(row).toContainText(/3\d( \(\d over\))?/)
})

test('the notebook’s trap: a closure without backward() beside the right one', async ({ page }) => {
  await open(
    page,
    '#/curve?f=tanhsin&start=8&steps=15&run=lbfgs(lr=2,bugs=stale-closure)&run=lbfgs(lr=2,line_search_fn=strong_wolfe)',
  )
  await expect.poll(async () => (await rowOf(page, 1))[1]).toBeCloseTo(-21.5159, 4)
  expect((await rowOf(page, 5))[1]).toBeCloseTo(-15.0336, 4)
  const status = page.getByRole('status', { name: 'Outcome' })
  await expect(status).toContainText(
    'the closure never calls backward(): each step uses a stale gradient. Without the mistake: −0.6615 in one step.',
  )
  await page.getByRole('button', { name: 'L-BFGS strong wolfe', exact: true }).first().click()
  await expect.poll(async () => (await rowOf(page, 1))[1]).toBeCloseTo(-1.28046, 5)
  await expect(status).toContainText('deepest minimum')
})

test('the line search of L-BFGS says which version of PyTorch it follows', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=5&run=lbfgs(lr=1)')
  const search = page.getByRole('combobox', { name: 'Line search fn' })
  await expect(search).toHaveAccessibleDescription('')
  await search.selectOption('strong_wolfe')
  await expect(search).toHaveAccessibleDescription(/up to 25 step lengths, as PyTorch up to 2\.9/)
  await expect(page.getByText(/Later versions stop a search at max_eval/)).toBeVisible()
})

test('Adafactor shows the sizes of whole vectors beside its lines', async ({ page }) => {
  await open(page, '#/surface?f=bowl&start=2,1&steps=5&run=adafactor(lr=0.1,eps=none:0.001)')
  const rule = page.getByRole('region', { name: 'Update rule' })
  await expect(rule).toContainText('RMS')
  await expect(page.getByRole('spinbutton', { name: 'Clipping threshold' })).toHaveValue('1')
  await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
})

test('a mistake of the zoo is made and unmade, with its sentence', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=20&run=adam(lr=0.1)')
  await page.getByText('Bug zoo').click()
  await page.getByRole('checkbox', { name: 'No bias correction' }).check()
  await expect(page.getByText(/first steps are far too long/)).toBeVisible()
  await expect(page.getByText('In grey: the same run without the mistake.')).toBeVisible()
  await expect(page).toHaveURL(/bugs=no-bias-correction/)
  await expect.poll(async () => (await rowOf(page, 1))[1]).toBeCloseTo(2 - 0.316228, 5)
  await page.getByRole('checkbox', { name: 'No bias correction' }).uncheck()
  await expect.poll(async () => (await rowOf(page, 1))[1]).toBeCloseTo(1.9, 6)
})

test('a schedule has its curve, its formula and its sliders', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=20&run=sgd(lr=0.4)')
  await page.getByRole('combobox', { name: 'Schedule' }).selectOption('step')
  await page.getByRole('spinbutton', { name: 'Step size' }).fill('5')
  await page.getByRole('spinbutton', { name: 'Gamma' }).fill('0.5')
  await expect(page).toHaveURL(/@step\(step_size=5,gamma=0.5\)/)
  await expect(page.getByRole('img', { name: /Learning rate over 20 steps/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('slider', { name: 'Iteration' }).fill('12')
  await expect.poll(async () => (await lineNumbers(page, 'lr')).at(-1)).toBeCloseTo(0.1, 6)
  await page.getByRole('checkbox', { name: 'Warm-up' }).check()
  await expect(page).toHaveURL(/@warmup\(steps=4\)@step/)
  await page.getByRole('combobox', { name: 'Schedule' }).selectOption('none')
  await expect(page).toHaveURL(/@warmup\(steps=4\)$/)
})

test('momentum is cycled with the rate, and shown', async ({ page }) => {
  await open(
    page,
    '#/curve?f=square&start=2&steps=20&run=sgd(lr=0.1,momentum=0.9)@one-cycle(max_lr=0.1)',
  )
  expect((await lineNumbers(page, 'momentum')).at(-1)).toBeCloseTo(0.95, 6)
})

test('a branch goes on from a step in another way; the old one stays', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=12&at=5&run=sgd(lr=0.05)')
  const before = (await rowOf(page, 5)).slice(0, 4)
  await page.getByRole('button', { name: 'Branch' }).click()
  const branch = page.getByRole('group', { name: 'SGD 2' })
  await expect(branch).toContainText('from step 5 of SGD')
  await branch.getByRole('spinbutton', { name: 'Learning rate' }).fill('0.5')
  await expect.poll(async () => (await rowOf(page, 6))[1]).toBeCloseTo(0, 12)
  expect((await rowOf(page, 5)).slice(0, 4)).toEqual(before)
  await expect(page).toHaveURL(/from=0:5/)
})

test('undo and redo take everything back and bring it again', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=12&run=sgd(lr=0.05)')
  const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
  await rate.fill('0.2')
  await page.getByRole('button', { name: 'Add optimizer' }).click()
  await expect(page.getByRole('group', { name: 'Adam', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('group', { name: 'Adam', exact: true })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(rate).toHaveValue('0.05')
  await page.keyboard.press('Control+Shift+z')
  await expect(rate).toHaveValue('0.2')
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(page.getByRole('group', { name: 'Adam', exact: true })).toBeVisible()
})
