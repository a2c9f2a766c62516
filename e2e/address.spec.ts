// The address bar always holds the link to what is shown, and whatever stands in it is shown.
import { expect, open, problem, rowOf, test } from './test.ts'

const square = '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)'

for (const bad of ['#/curve?f=x^2+*3&start=3', '#/curve?f=x^2&start=3&colour=red&run=sgd(lr=0.1)'])
  test(`Back goes back from ${bad}`, async ({ page }) => {
    await open(page, square)
    await page.goto(bad)
    await expect(problem(page)).toBeVisible()
    await page.goBack()
    await expect(problem(page)).toBeHidden()
    await expect.poll(async () => (await rowOf(page, 0))[1]).toBe(2)
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2')
  })

test('while it plays the bar follows changes, and the step when it rests', async ({ page }) => {
  await open(page, '#/curve?f=square&start=2&steps=900&run=sgd(lr=0.1)')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1')
  await page.getByRole('button', { name: 'Play' }).click()
  await page.getByRole('spinbutton', { name: 'Learning rate' }).fill('0.25')
  await expect(page).toHaveURL(/lr=0\.25/)
  await page.getByRole('button', { name: 'Pause' }).click()
  const step = page.getByRole('slider', { name: 'Iteration' })
  const isSaid = async () => page.url().includes(`&at=${await step.inputValue()}&`)
  await expect.poll(isSaid).toBe(true)
})

test('a link that could only be read in part stays until something changes', async ({ page }) => {
  await open(page, '#/curve?f=x^2&colour=red&start=3&steps=5&run=sgd(lr=0.1)')
  const alert = page.getByRole('alert', { name: 'Problem' })
  await expect(alert).toBeVisible()
  await expect(page).toHaveURL(/colour=red/)
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page).toHaveURL(/#\/curve\?f=x\^2&start=3&steps=5&run=sgd\(lr=0\.1\)$/)
})

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

test('a file with a wrong key is opened, and the bar has its link', async ({ page }) => {
  await open(page, square)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open' }).click()
  await (await chooser).setFiles(
    file(
      'mine.json',
      '{"f":"x^2","start":[7],"colour":1,"runs":[{"optimizer":"adam","hyper":null}]}',
    ),
  )
  const alert = page.getByRole('alert', { name: 'Problem' })
  await expect(alert).toContainText('colour in mine.json is not known')
  await expect(alert).toContainText('hyper in a run of mine.json must be arguments by name')
  await expect(page).toHaveURL(/f=x\^2&start=7&steps=50&run=adam/)
})

for (const text of ['meow', '{"f":"x +"}']) {
  test(`of a file that says ${text} only the problem is shown`, async ({ page }) => {
    await open(page, square)
    const before = await rowOf(page, 5)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open' }).click()
    await (await chooser).setFiles(file('cat.json', text))
    await expect(page.getByRole('alert', { name: 'Problem' })).toBeVisible()
    expect(await rowOf(page, 5)).toEqual(before)
    await expect(page).toHaveURL(/f=x\^2&start=2&steps=5/)
  })
}

test('an address whose function cannot be read leaves the picture, and its text to be corrected', async ({
  page,
}) => {
  await open(page, square)
  const before = await rowOf(page, 5)
  await page.goto('#/curve?f=x^2+*3&start=3&steps=9')
  await expect(page.getByRole('alert', { name: 'Problem' })).toBeVisible()
  const expression = page.getByRole('textbox', { name: 'Expression' })
  await expect(expression).toHaveValue('x^2+*3')
  expect(await rowOf(page, 5)).toEqual(before)
  await expect(page.getByRole('spinbutton', { name: 'Steps' })).toHaveValue('5')
  await expect(page).toHaveURL(/f=x\^2\+\*3&start=3&steps=9$/)
  await expression.fill('x^2+3')
  await expect(page).toHaveURL(/f=x\^2\+3&start=2&steps=5/)
})

for (const [how, spoil] of [
  ['there is no clipboard', 'Object.defineProperty(navigator, "clipboard", { value: undefined })'],
  [
    'copying is forbidden',
    'navigator.clipboard.writeText = async () => { throw new DOMException("no", "NotAllowedError") }',
  ],
] as const) {
  test(`where ${how} the link is there to be copied by hand`, async ({ page }) => {
    await page.addInitScript(spoil)
    await open(page, square)
    await page.getByRole('button', { name: 'Copy link' }).click()
    const dialog = page.getByRole('dialog', { name: 'The link' })
    const link = dialog.getByRole('textbox', { name: 'Link' })
    await expect(link).toHaveValue(/#\/curve\?f=x%5E2&start=2&steps=5/)
    await expect(link).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
}
