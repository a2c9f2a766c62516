// Each example of the menus leads to what its lesson needs, said by its outcome.
import { describe, expect, test } from 'vitest'
import { parts } from '../core/experiment/parts.ts'
import { prepare, type Run } from '../core/experiment/prepare.ts'
import { explain } from '../core/outcome/telling/explain.ts'
import { descend } from '../core/runs/descend.ts'
import { toItsEnd } from '../core/work.ts'
import { decodeLink } from '../state/links/decodeLink.ts'
import { examples as curve } from './curve/examples.ts'
import { examples as surface } from './surface/examples.ts'

const menus = { curve, surface }

const endings: Readonly<Record<keyof typeof menus, Readonly<Record<string, RegExp>>>> = {
  curve: {
    'Notebook: a parabola':
      /^At the minimum 0 at x = 0, to three digits, after 40 steps \(x = 3\.323·10⁻⁴/,
    'Notebook: Adam crosses two valleys': /^Still moving after 15 steps: x = −0\.174/,
    'Notebook: the soda can': /^Converged at step 18: R = 3\.745, .*the minimum/,
    'Learning rate too small':
      /^Still on the way down after 50 steps.* a larger learning rate gets there sooner/,
    'Learning rate too big': /^Diverged at step 33/,
    'Stuck in the wrong valley': /^Stuck in a local minimum since step 28: .* is deeper/,
    'A kink': /^Oscillating since step 6/,
    'A plateau': /^Still on the way down after 60 steps: x = 3\.956/,
    'The same plateau with RMSprop':
      /^Oscillating, in the long run: it rests at the minimum 0 at x = 0, but its steps grow again/,
    'A race from one start': /^Still swinging after 60 steps: x = −1\.125.* each time 20 % smaller/,
    'A decaying learning rate':
      /^Oscillating since step \d+, .* swings from side to side, each time 1 % smaller/,
    'Warm-up, then a cosine': /^Still moving after 60 steps: x = −1\.153/,
    'Calls counted, not steps': /^Stuck in a local minimum/,
    'Notebook: “LBFGS does not work well”': / Mistake: the closure never calls backward\(\)/,
    'A mistake on purpose: no bias correction': /^Still moving after 60 steps: x = 0\.055/,
    'A rule of your own': /^Almost at the minimum 0 at x = 0 after 50 steps: x = −0\.003499/,
  },
  surface: {
    'Learning rate too small': /^Still on the way down after 60 steps/,
    'Learning rate too big': /^Swinging ever wider since step 1/,
    'A decaying learning rate': /^At the minimum 0 at x = 0, y = 0, to \w+ digits/,
    'Momentum through a ravine': /^Converged at step \d+: .*the minimum/,
    'RMSprop evens out the axes': /^Oscillating, in the long run: it rests at the minimum 0 at/,
    'Stopped at a saddle': /^Stopped at a saddle point/,
    'Escape from a saddle': /^Converged at step \d+: .*one of the deepest minima/,
    'Stuck in a shallow basin': /^Stuck in a local minimum/,
    'Noise leaves the shallow basin': /^Wandering around the deepest minimum .*, since step 163: /,
    'Over the cliff': /^Almost at the minimum .* after 60 steps/,
    'The banana valley, a race': /^Still on the way down after 500 steps/,
    'Four minima': /^Still on the way down after 60 steps/,
    'Newton knows the curvature': /^Converged at step 2: .*the minimum/,
    'The larger of two': /^Still on the way down after 20 steps: x = .*, y = /,
    'Ten racers': /^Almost at the local minimum .* The minimum at x = 0, y = 0 is deeper/,
  },
}

describe.each(['curve', 'surface'] as const)('%s', (lab) => {
  test.each(menus[lab])('$name', ({ name, link }) => {
    const { experiment, complaints } = decodeLink(parts, link)
    expect(complaints).toEqual([])
    const { f = '', ...rest } = experiment
    const prepared = prepare({ f, ...rest })
    const run = prepared.runs[0] as Run
    expect(explain(toItsEnd(descend(prepared, run)), prepared, run).words).toMatch(
      endings[lab][name] ?? /no words/,
    )
  })
})
