// Links that can be read in part, or not at all.
import { expect, open, problem, test } from './test.ts'

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

for (const fragment of [
  '#%E0%A4%A',
  '#/curve?f=%00%ff',
  '#?&&==&',
  '#/curve?run=((((',
  '#/../../x?f=1',
  '#\u{1F600}',
]) {
  test(`${fragment} shows the page`, async ({ page }) => {
    await open(page, fragment)
    await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  })
}
