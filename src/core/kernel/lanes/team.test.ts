import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startMachine } from '../../descent/begin.ts'
import { stepOf } from '../../descent/step.ts'
import { stepByStep } from '../../descent/walk.ts'
import type { Experiment, RunSpec } from '../../experiment/experiment.ts'
import { prepare, type Run } from '../../experiment/prepare.ts'
import { canStart, experiments } from '../../export/test/random.ts'
import { optimizers } from '../../optimizers/index.ts'
import { mostRounds } from './assembly.ts'
import { laneCount, teamsOf } from './team.ts'

const steps = mostRounds + 30

/** A machine for each experiment, all of the step of the first. */
function machinesFor(experiments: readonly Experiment[]) {
  const all = experiments.map((experiment) => prepare(experiment))
  const [{ loss, noise, runs }] = all as [ReturnType<typeof prepare>]
  const { rule } = runs[0] as Run
  const step = stepOf(loss.expression, loss.variables, { rule, isNoisy: noise > 0 })
  const machines = () =>
    all.map((prepared) =>
      startMachine(step, prepared.runs[0] as Run, { ...prepared, began: 0, k: 0 }),
    )
  const { program, at } = step
  const d = loss.variables.length
  const outputs = (from: number, count: number) => [...program.outputs.subarray(from, from + count)]
  return { program, machines, groups: [outputs(at.f, 1), outputs(at.grad, d)], d }
}

/** Holds a team, in two parts, against machines that walk alone. */
function expectTheSame(experiments: readonly Experiment[]): void {
  const { program, machines, groups, d } = machinesFor(experiments)
  const empty = () =>
    [1, d, d].map((width) => experiments.map(() => new Float64Array(steps * width)))
  const points = [...(machines()[0]?.point ?? [])]
  const [together, alone] = [empty(), empty()]
  const team = teamsOf(program, [...groups, points])(machines())
  team?.walk(50, together, 0)
  team?.walk(steps - 50, together, 50)
  machines().forEach((machine, lane) => {
    const filled = [...groups, points].map((registers, j) => ({
      column: alone[j]?.[lane] as Float64Array,
      registers,
    }))
    const done = stepByStep(machine, filled, 0, steps)
    for (const [j, { column, registers }] of filled.entries()) {
      const own = together[j]?.[lane]?.subarray(0, done * registers.length)
      expect(own).toEqual(column.subarray(0, done * registers.length))
    }
    // Where one alone stops, those side by side have what is not finite.
    const next = together[2]?.[lane]?.subarray((done + 1) * d, (done + 2) * d) ?? []
    if (done + 1 < steps) expect([...next].every(Number.isFinite)).toBe(false)
  })
}

const losses = [
  { f: 'x^2/20 + tanh(sin(x))', start: [8] },
  { f: '(1 - x)^2 + 5*(y - x^2)^2 + max(x, y, x*y)', start: [-1, 2] },
  { f: 'hypot(a, b) + erf(c)^2 + abs(a - c)', start: [1, 2, 3] },
]
const lanes = Array.from({ length: laneCount }, (_, lane) => lane)
const walkers = optimizers.filter(({ method }) => !method).map(({ id }) => id)

test.each(walkers)('%s walks side by side as it walks alone, to the last bit', (optimizer) => {
  for (const { f, start } of losses) {
    const runs: RunSpec[] = [{ optimizer, hyper: { lr: 0.02 } }]
    const moved = lanes.map((lane) => ({ f, runs, start: start.map((value) => value + lane / 7) }))
    expectTheSame(moved)
    expectTheSame(moved.map((one) => ({ ...one, noise: 0.3, seed: 7 })))
  }
})

test('so do runs by chance: any loss, optimizer, option, schedule and mistake, and written rules', () => {
  const walking = experiments
    .filter(canStart)
    .filter((experiment) => !(prepare(experiment).runs[0] as Run).optimizer.method)
    .map((experiment): Experiment => ({ ...experiment, runs: (experiment.runs ?? []).slice(0, 1) }))
  fc.assert(
    fc.property(walking, (experiment) => {
      const start = experiment.start ?? []
      expectTheSame(
        lanes.map((lane) => ({ ...experiment, start: start.map((value) => value + lane / 7) })),
      )
    }),
    { seed: 13, numRuns: 80 },
  )
})

describe('so do machines that differ', () => {
  test('in their learning rate, which takes some of them away', () => {
    expectTheSame(
      lanes.map((lane) => ({
        ...{ f: 'x^4 - x', start: [1] },
        runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 * (lane + 1), momentum: 0.5 } }],
      })),
    )
  })

  test('in a number whose powers are looked up', () => {
    expectTheSame(
      lanes.map((lane) => ({
        ...{ f: 'rosenbrock' },
        runs: [{ optimizer: 'adam', hyper: { betas: [0.5 + lane / 20, 0.999] } }],
      })),
    )
  })

  test('in their schedule', () => {
    expectTheSame(
      lanes.map((lane) => ({
        ...{ f: 'rosenbrock' },
        runs: [{ optimizer: 'rprop', schedule: { kind: 'exponential', gamma: 0.9 + lane / 100 } }],
      })),
    )
  })
})

test('fewer than there are lanes make a team as well', () => {
  expectTheSame([{ f: 'square' }, { f: 'square', start: [1] }])
})
