// Every optimizer of the menu.

import { type Entries, type Hyper, isChoice, isGroup, isHyper } from '../src/core/hyper.ts'
import { optimizers } from '../src/core/index.ts'
import { labelOfHyper } from '../src/core/optimizers/label.ts'
import { expect, open, problem, test } from './test.ts'

const roleOf = ({ kind }: Hyper) => (kind.scale === 'flag' ? 'checkbox' : 'spinbutton')

/** The controls that an optimizer needs, by role and name. */
const controlsOf = (
  entries: Entries,
): (readonly ['checkbox' | 'spinbutton' | 'combobox', string])[] =>
  Object.entries(entries).flatMap(([key, entry]) => {
    if (isGroup(entry)) return controlsOf(entry)
    if (isHyper(entry)) return [[roleOf(entry), labelOfHyper(key)]]
    return isChoice(entry) ? [['combobox', labelOfHyper(key)]] : []
  })

test('each is chosen and runs, with a control for each of its hyper-parameters', async ({
  page,
}) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=sgd(lr=0.1)')
  for (const { id, hyper } of optimizers) {
    await page.getByRole('combobox', { name: 'Optimizer' }).selectOption(id)
    await expect(page).toHaveURL(new RegExp(`run=${id}\\(`))
    for (const [role, label] of controlsOf(hyper))
      await expect(page.getByRole(role, { name: label, exact: true })).toBeVisible()
    await expect(problem(page)).toBeHidden()
  }
})
