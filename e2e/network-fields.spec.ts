// What the number fields of the network lab say of numbers that they cannot take; what was there stays.
import { region } from './network.ts'
import { expect, open, openWhole, problem, test } from './test.ts'

const link =
  '#/network?data=moons(n=60,noise=0.2)&layers=4:3&batch=20&epochs=10&seed=2&dropout=0.1&at=5&run=adam(lr=0.02)'
const own = '#/network?data=points&points=0:1:0;2:3:1;1:1:2;2:2:5&loss=mse&layers=3&epochs=10'

/** What each is asked for, and what of it is refused: 0, below 0, parts of one, very much. */
const fields = [
  [link, 'Samples', 'a whole number from 1 to 100,000', ['0', '-1', '2.5', '1e9']],
  [link, 'Noise', 'a number, 0 or more', ['-1']],
  [link, 'Training share', 'a number above 0 and at most 1', ['0', '-1', '2.5', '1e9']],
  [link, 'Hidden layers', 'a whole number from 0 to 6', ['-1', '2.5', '1e9']],
  [link, 'Units in layer 2', 'a whole number from 1 to 256', ['0', '-1', '2.5', '1e9']],
  [link, 'Batch size', 'a whole number from 1 to 48', ['0', '-1', '2.5', '1e9']],
  [link, 'Epochs', 'a whole number from 0 to 100,000', ['-1', '2.5', '1e9']],
  [link, 'Seed', 'a whole number, 0 or more', ['-1', '2.5']],
  [link, 'Dropout', 'a number of at least 0 and below 1', ['-1', '2.5', '1e9']],
  [link, 'Unit', 'a whole number from 1 to 4', ['0', '-1', '2.5', '1e9']],
  [link, 'Sample', 'a whole number from 1 to 60', ['0', '-1', '2.5', '1e9']],
  [link, 'Weight', 'a number', []],
  [own, 'Target of new points', 'a number', []],
] as const

for (const [at, name, wanted, refused] of fields)
  test(`${name} is ${wanted}`, async ({ page }) => {
    await open(page, at)
    await expect(region(page, 'Optimizers').getByRole('slider').first()).toBeVisible()
    const field = page.getByRole('spinbutton', { name, exact: true })
    const before = await field.inputValue()
    // The address is written anew, with all of it, a while after the page has come.
    await expect(page).toHaveURL(/activation=/)
    const there = page.url()
    for (const text of [...refused, '', 'abc']) {
      await field.fill(text)
      await field.blur()
      const what = text === 'abc' ? '`abc` is not a number: ' : ''
      await expect(problem(page).getByRole('paragraph')).toHaveText(
        `${what.replaceAll('`', '')}${name} must be ${wanted}; ${name} is ${before} again.`,
      )
      await expect(field).toHaveValue(before)
      await problem(page).getByRole('button', { name: 'Dismiss' }).click()
      await expect(problem(page)).toBeHidden()
    }
    expect(page.url()).toBe(there)
  })

test('no number field of the lab is left out', async ({ page }) => {
  const known: string[] = fields.map(([, name]) => name)
  for (const at of [link, own]) {
    await page.goto('about:blank')
    await openWhole(page, at)
    const names = await page
      .getByRole('spinbutton')
      .evaluateAll((all) =>
        (all as HTMLInputElement[])
          .filter((one) => !one.closest('[aria-label="Optimizers"]'))
          .map((one) => one.labels?.[0]?.textContent?.replace(/\d+$/, '2') ?? ''),
      )
    expect(names.filter((name) => !known.includes(name))).toEqual([])
    expect(names.length).toBeGreaterThan(5)
  }
})
