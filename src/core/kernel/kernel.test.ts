import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startMachine } from '../descent/begin.ts'
import { columnsFor } from '../descent/columns.ts'
import { readingOf } from '../descent/recording.ts'
import { stepOf } from '../descent/step.ts'
import { stepByStep, type Walk } from '../descent/walk.ts'
import type { Experiment, RunSpec, ScheduleSpec } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { canStart, experiments } from '../export/test/random.ts'
import { optimizers } from '../optimizers/index.ts'
import { mostRounds } from './assembly.ts'
import { kernelFor } from './kernel.ts'

const steps = 200
const losses: readonly Pick<Experiment, 'f' | 'start'>[] = [
  { f: 'x^2/20 + tanh(sin(x))', start: [8] },
  { f: '(1 - x)^2 + 5*(y - x^2)^2 + max(x, y, x*y)', start: [-1, 2] },
  { f: 'hypot(a, b) + erf(c)^2 + abs(a - c)', start: [1, 2, 3] },
]

/** All that a machine writes down and keeps when it walks. */
function walked(experiment: Experiment, how: Walk) {
  const prepared = prepare(experiment)
  const { loss, noise } = prepared
  const run = prepared.runs[0] as Run
  const step = stepOf(loss.expression, loss.variables, { rule: run.rule, isNoisy: noise > 0 })
  const machine = startMachine(step, run, { ...prepared, began: 0, k: 0 })
  const columns = columnsFor(run, loss.variables.length, prepared)
  const { point, step: lines } = readingOf(machine, run, columns, 0)
  const end = how(machine, [...point, ...lines], 0, experiment.steps ?? 0)
  const state = Array.from(machine.to, (register) => machine.memory[register])
  return { end, state, columns }
}

const expectTheSame = (experiment: Experiment) => {
  const kernel = walked(experiment, (...given) => {
    const [machine, filled] = given
    return kernelFor(machine, filled)?.(...given) ?? Number.NaN
  })
  expect(kernel).toEqual(walked(experiment, stepByStep))
  return kernel.end
}

const walkers = optimizers.filter(({ method }) => !method)

test.each(walkers.map(({ id }) => id))('%s walks as it is interpreted', (optimizer) => {
  for (const loss of losses) {
    const runs: RunSpec[] = [{ optimizer, hyper: { lr: 0.02 } }]
    expectTheSame({ ...loss, steps, runs })
    expectTheSame({ ...loss, steps, runs, noise: 0.3, seed: 7 })
  }
})

test.each<ScheduleSpec>([
  { kind: 'exponential', gamma: 0.999 },
  { kind: 'cosine-restarts', T_0: 150 },
  { kind: 'one-cycle', max_lr: 0.05 },
  { kind: 'plateau', patience: 3 },
  { warmup: { steps: 70 } },
])('so it does with the schedule %o', (schedule) => {
  for (const loss of losses)
    expectTheSame({ ...loss, steps, runs: [{ optimizer: 'adam', schedule }] })
})

test('so do runs by chance: any loss, optimizer, option, schedule and mistake, and written rules', () => {
  let [walks, rules] = [0, 0]
  const walking = experiments
    .filter(canStart)
    .map((experiment): Experiment => ({ ...experiment, runs: (experiment.runs ?? []).slice(0, 1) }))
  fc.assert(
    fc.property(walking, (experiment) => {
      const { optimizer, rule } = prepare(experiment).runs[0] as Run
      if (optimizer.method || rule.supplied.length > 0) return
      walks++
      if (experiment.runs?.[0]?.rule) rules++
      expectTheSame({ ...experiment, steps: experiment.steps ?? steps })
      expectTheSame({ ...experiment, noise: 0.3, seed: 7 })
    }),
    { seed: 13, numRuns: 150 },
  )
  expect(walks).toBeGreaterThan(60)
  expect(rules).toBeGreaterThan(5)
})

test('it goes on where its memory is full', () => {
  const runs = [{ optimizer: 'adam' }]
  for (const loss of losses)
    expect(expectTheSame({ ...loss, steps: mostRounds + 9, runs })).toBe(mostRounds + 9)
})

test('it stops where the next point is not finite', () => {
  const runs = [{ optimizer: 'sgd', hyper: { lr: 300 } }]
  expect(expectTheSame({ f: 'x^2', start: [1], steps, runs })).toBeLessThan(steps)
})
