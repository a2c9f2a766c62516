// The menu of examples, in each lab. Where each one leads is tested where the examples stand.
import { examples as curve } from '../src/labs/curve/examples.ts'
import { examples as network } from '../src/labs/network/examples.ts'
import { examples as surface } from '../src/labs/surface/examples.ts'
import { expect, open, outcome, problem, test } from './test.ts'

const menus = { curve, surface, network }

for (const [lab, chosen, ending] of [
  ['curve', 'Learning rate too big', /^Diverged at step 33/],
  [
    'surface',
    'RMSprop evens out the axes',
    /^RMSprop Oscillating, in the long run: it rests at the minimum/,
  ],
  ['network', 'Exclusive or', /^epoch 0 of 100/],
] as const)
  test(`the menu of the ${lab} lab has them all, and one that is chosen opens`, async ({
    page,
  }) => {
    await open(page, `#/${lab}`)
    await page.getByRole('button', { name: 'Examples' }).click()
    for (const { name } of menus[lab])
      await expect(page.getByRole('menuitem', { name, exact: true })).toBeVisible()
    await page.getByRole('menuitem', { name: chosen, exact: true }).click()
    await expect(outcome(page)).toContainText(ending)
    await expect(problem(page)).toBeHidden()
    await expect(page.getByRole('menu')).toHaveCount(0)
    const rate = page.getByRole('spinbutton', { name: 'Learning rate' }).first()
    const there = await rate.inputValue()
    await page.goBack()
    await expect(rate).not.toHaveValue(there)
    await page.goForward()
    await expect(outcome(page)).toContainText(ending)
  })
