// The rule of every optimizer, emitted and interpreted, step by step: to the last bit.
import { describe, expect, test } from 'vitest'
import type { RunSpec } from '../../experiment/experiment.ts'
import { prepareRun } from '../../experiment/prepare.ts'
import { optimizers } from '../../optimizers/index.ts'
import { uniform } from '../../random.ts'
import { blockProgram } from '../blockProgram.ts'
import { double, type Room, single } from '../floats.ts'
import { updating } from '../updating.ts'
import { emittedPrograms } from './emitted.ts'
import { isEmitted, roomIn } from './test/memory.ts'

const steps = 12
/** More than a block, and no whole number of vectors. */
const size = 259
const special = [0, -0, 1e-30, 1e30, 1e-42, Infinity, NaN]

/** What parameters and learning rates become; slopes are by chance, and some of them are special. */
function taught(spec: RunSpec, room: Room, program: typeof blockProgram) {
  const run = prepareRun(spec, { steps, variables: 1 })
  const [parameters, gradient] = [room(size), room(size)]
  const draw = (...counters: number[]) => 2 * uniform(7, ...counters) - 1
  for (let i = 0; i < size; i++) parameters[i] = draw(1, i)
  const update = updating(run, { parameters, gradient, room, program })
  const story: number[][] = []
  for (let k = 0; k < steps; k++) {
    for (let i = 0; i < size; i++) gradient[i] = draw(2, i, k)
    gradient.set(special, k)
    const column = Float64Array.from(gradient, (_, i) => draw(3, i, k))
    const supplied = run.rule.supplied.map((s) => [s.name, s.shared ? draw(4, k) : column])
    update.begin(1 / (k + 1))
    update.move(supplied.length > 0 ? Object.fromEntries(supplied) : undefined)
    story.push([...parameters, update.setting('lr')])
  }
  return story
}

function expectTheSame(spec: RunSpec) {
  for (const like of [single, double]) {
    const { memory, room } = roomIn(like)
    const make = emittedPrograms(memory)
    const emitted = taught(spec, room, (...given) => {
      const program = make(...given)
      expect(isEmitted(program)).toBe(true)
      return program
    })
    expect(emitted).toEqual(taught(spec, like, blockProgram))
  }
}

describe.each(optimizers)('$id', ({ id, hyper }) => {
  const lr = 'lr' in hyper ? { lr: 0.05 } : {}

  test('comes to the same', () => {
    expectTheSame({ optimizer: id, hyper: lr })
  })

  test('with every option switched on', () => {
    const options = ['amsgrad', 'nesterov', 'centered', 'decoupled_weight_decay', 'maximize']
    const flags = options.filter((option) => option in hyper).map((option) => [option, true])
    const decay = 'weight_decay' in hyper ? { weight_decay: 0.1 } : {}
    const momentum = 'momentum' in hyper ? { momentum: 0.9 } : {}
    const given = { ...lr, ...decay, ...momentum, ...Object.fromEntries(flags) }
    expectTheSame({ optimizer: id, hyper: given })
  })
})

test.each([
  { kind: 'exponential', gamma: 0.9 },
  { kind: 'cosine-restarts', T_0: 5 },
  { kind: 'one-cycle', max_lr: 0.1 },
  { kind: 'plateau', patience: 2, threshold: 0.3 },
] as const)('so it does under the schedule %o', (schedule) => {
  for (const optimizer of ['sgd', 'adam', 'asgd']) {
    const cycles = schedule.kind === 'one-cycle' && optimizer === 'asgd'
    const led = { ...schedule, ...(cycles && { cycle_momentum: false }) }
    const hyper = { lr: 0.05, ...(optimizer === 'sgd' && { momentum: 0.5 }) }
    expectTheSame({ optimizer, hyper, schedule: led })
  }
})
