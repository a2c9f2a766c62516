// Links that can be read in part, or not at all. What is said of each is tested where the labs stand.
import { expect, open, problem, test } from './test.ts'

for (const [link, words, then] of [
  [
    '#/curve?f=x^2&colour=red&start=3&run=sgd(lr=0.1)',
    'colour in the link is not known',
    'start=3',
  ],
  ['#/curve?f=x^2&start=3&run=magic(lr=1)', 'no optimizer', 'run=sgd'],
  ['#/surfaces?f=x^2&run=sgd(lr=0.1)', 'There is no lab surfaces', 'lr=0.1'],
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

test('of an address that names nothing it is said, wherever one comes from', async ({ page }) => {
  await open(page)
  await page.getByRole('link', { name: 'Lessons' }).click()
  await expect(page.getByRole('heading', { name: 'Lessons', level: 1 })).toBeVisible()
  await page.goto('#/nowhere')
  await expect(problem(page)).toContainText('There is no lab nowhere here')
})

test('a link that could not be read stays in the address bar to be corrected', async ({ page }) => {
  await open(page, '#/curve?f=x^2+*3&start=3')
  await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2+*3')
  await expect(page).toHaveURL(/f=x\^2\+\*3&start=3$/)
})

for (const fragment of ['#%E0%A4%A', '#/../../x?f=%00%ff&&==&run=((((', '#\u{1F600}']) {
  test(`${fragment} shows the page`, async ({ page }) => {
    await open(page, fragment)
    await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  })
}

for (const link of [
  '#/curve?start=abc',
  '#/graph?start=x:abc',
  '#/network?batch=abc',
  '#/maps?size=abc',
]) {
  test(`what is said of ${link} leaves the time free`, async ({ page }) => {
    await open(page, link)
    await expect(problem(page)).toContainText('cannot be read')
    for (const name of ['Play', 'Step forward'])
      await page.getByRole('button', { name, exact: true }).click({ trial: true })
  })
}
