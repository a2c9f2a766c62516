// The menu of examples, in each lab: each leads to what its lesson needs, said by the outcome.
import { examples as curve } from '../src/labs/curve/examples.ts'
import { examples as surface } from '../src/labs/surface/examples.ts'
import { expect, open, outcome, problem, test } from './test.ts'

const menus = { curve, surface }

const endings: Readonly<Record<keyof typeof menus, Readonly<Record<string, RegExp>>>> = {
  curve: {
    'Notebook: a parabola': /^Still on the way down after 40 steps: x = 3\.323·10⁻⁴/,
    'Notebook: Adam crosses two valleys': /^Still moving after 15 steps: x = −0\.174/,
    'Notebook: the soda can': /^Converged at step 18: R = 3\.745, .*the minimum/,
    'Learning rate too small': /^Still on the way down after 50 steps/,
    'Learning rate too big': /^Diverged at step 33/,
    'Stuck in the wrong valley': /^Stuck in a local minimum since step 28: .* is deeper/,
    'A kink': /^Oscillating since step 6/,
    'A plateau': /^Still on the way down after 60 steps: x = 3\.956/,
    'The same plateau with RMSprop': /^Converged at step 27: .*the minimum/,
    'A race from one start': /^SGD Still moving after 60 steps: x = −1\.125/,
    'A decaying learning rate': /^SGD Still moving after 60 steps: x = −0\.04209/,
    'Warm-up, then a cosine': /^Still moving after 60 steps: x = −1\.153/,
    'Calls counted, not steps': /^GD with Wolfe Stuck in a local minimum/,
    'Notebook: “LBFGS does not work well”': /^L-BFGS Still on the way down after 15 steps/,
    'A mistake on purpose: no bias correction': /^Still moving after 60 steps: x = 0\.055/,
    'A rule of your own': /^Still moving after 50 steps: x = −0\.003499/,
  },
  surface: {
    'Learning rate too small': /^Still on the way down after 60 steps/,
    'Learning rate too big': /^Swinging ever wider since step 1/,
    'A decaying learning rate': /^SGD Come to rest/,
    'Momentum through a ravine': /^SGD Converged at step \d+: .*the minimum/,
    'RMSprop evens out the axes': /^RMSprop Converged at step \d+: .*the minimum/,
    'Stopped at a saddle': /^Stopped at a saddle point/,
    'Escape from a saddle': /^SGD Converged at step \d+: .*the deepest minimum/,
    'Stuck in a shallow basin': /^Stuck in a local minimum/,
    'Noise leaves the shallow basin': /^Wandering around the deepest minimum/,
    'Over the cliff': /^Still on the way down after 60 steps/,
    'The banana valley, a race': /^Adam Still on the way down after 500 steps/,
    'Four minima': /^SGD Still on the way down after 60 steps/,
    'Newton knows the curvature': /^Newton Converged at step 2: .*the minimum/,
    'The larger of two': /^Still on the way down after 20 steps: x = .*, y = /,
    'Ten racers': /^SGD Still on the way down after 120 steps/,
  },
}

for (const lab of ['curve', 'surface'] as const) {
  test.describe(lab, () => {
    for (const { name, link } of menus[lab])
      test(name, async ({ page }) => {
        await open(page, link)
        await expect(outcome(page)).toContainText(endings[lab][name] ?? /no words/)
        await expect(problem(page)).toBeHidden()
      })

    test('the menu has them all, and one that is chosen opens', async ({ page }) => {
      await open(page, `#/${lab}`)
      await page.getByRole('button', { name: 'Examples' }).click()
      for (const { name } of menus[lab])
        await expect(page.getByRole('menuitem', { name, exact: true })).toBeVisible()
      await page.getByRole('menuitem', { name: 'Learning rate too big', exact: true }).click()
      await expect(outcome(page)).toContainText(endings[lab]['Learning rate too big'] as RegExp)
      await expect(page.getByRole('menu')).toHaveCount(0)
    })
  })
}
