// An optimizer of one's own.
import { expect, open, rowOf, test } from './test.ts'

const own = '#/curve?f=square&start=2&steps=20&run=custom(beta=0.5,lr=0.1)&rule=m=beta*m+g;x=x-lr*m'

test('a rule is typed, typeset, linked, and its hyper-parameters become sliders', async ({
  page,
}) => {
  await open(page, '#/curve?f=square&start=2&steps=20&run=sgd(lr=0.1)')
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('custom')
  const rule = page.getByRole('textbox', { name: 'Rule' })
  await rule.fill('v = rho*v + g^2\nx = x - lr*g/sqrt(v + 1)')
  await expect(page.getByRole('slider', { name: 'Rho' })).toBeVisible()
  await expect(page).toHaveURL(/rule=v=rho\*v\+g\^2;x=x-lr\*g\/sqrt\(v\+1\)/)
  await expect(
    page.getByRole('region', { name: 'Update rule' }).locator('[data-quantity="v"]'),
  ).toBeVisible()
})

test('a link brings it back', async ({ page }) => {
  await open(page, own)
  await expect(page.getByRole('textbox', { name: 'Rule' })).toHaveValue(/m = beta\*m\+g/)
  await expect(page.getByRole('spinbutton', { name: 'Beta' })).toHaveValue('0.5')
  expect((await rowOf(page, 1))[1]).toBeCloseTo(2 - 0.1 * 4, 12)
})

test('it starts from any rule that is here', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)')
  const before = await rowOf(page, 15)
  await page.getByRole('button', { name: 'Edit a copy' }).click()
  await expect(page.getByRole('textbox', { name: 'Rule' })).toHaveValue(
    /mhat = m\/\(1 - beta1\^t\)/,
  )
  await expect(page.getByRole('combobox', { name: 'Optimizer' })).toHaveValue('custom')
  await expect.poll(() => rowOf(page, 15)).toEqual(before)
})

for (const [text, words] of [
  ['m = beta*m + g', /never moves x/],
  ['x = x - lr*', /line 1/],
] as const)
  test(`${JSON.stringify(text)} gets a sentence, and nothing is lost`, async ({ page }) => {
    await open(page, own)
    const before = await rowOf(page, 20)
    const rule = page.getByRole('textbox', { name: 'Rule' })
    await rule.fill(text)
    await expect(rule).toHaveAccessibleDescription(words)
    await expect(rule).toHaveValue(text)
    expect(await rowOf(page, 20)).toEqual(before)
  })

test('a rule in a link that cannot be read stays to be corrected', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=20&run=custom(lr=0.1)&rule=x=x-lr*')
  await expect(page.getByRole('alert', { name: 'Problem' })).toContainText('line 1')
  const rule = page.getByRole('textbox', { name: 'Rule' })
  await expect(rule).toHaveValue('x = x-lr*')
  await rule.fill('x = x - lr*g')
  await expect(page).toHaveURL(/rule=x=x-lr\*g$/)
})

test('comments stay with a rule, also in its link', async ({ page }) => {
  await open(page, own)
  const text = '# mine; all mine\nx = x - lr*g'
  await page.getByRole('textbox', { name: 'Rule' }).fill(text)
  await expect(page).toHaveURL(/%23/)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Rule' })).toHaveValue(text)
})

test('a name that nobody knows is pointed out', async ({ page }) => {
  await open(page, own)
  const rule = page.getByRole('textbox', { name: 'Rule' })
  await rule.fill('x = x - lr*gg')
  await expect(rule).toHaveAccessibleDescription(/never written is a slider, so here is gg/)
})

for (const [text, words] of [
  ['x = x - lr*g/(t - 1)', /line 1.* divides 0.4 by 0 in step 1/],
  ['x = x + lr*x*x', /^Diverged/],
] as const)
  test(`${text} ends as an outcome, not as an error`, async ({ page }) => {
    await open(page, own)
    await page.getByRole('textbox', { name: 'Rule' }).fill(text)
    await expect(page.getByRole('status', { name: 'Outcome' })).toContainText(words)
    await expect(page.getByRole('textbox', { name: 'Rule' })).toHaveValue(text)
  })
