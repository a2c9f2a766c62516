// Against the training itself, in double precision: what is said of a step is what the step does.
import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { prepareNetwork } from '../../experiment/networkPrepare.ts'
import { networkOptimizers, type TrainingRun } from '../../experiment/networkRuns.ts'
import { schedules } from '../../schedules/index.ts'
import { indexOfPlace, placeOfIndex } from '../places.ts'
import { doubleKernels } from '../plainKernels.ts'
import { trainerOf } from '../training/trainer.ts'
import { ruledAt, weightStep } from './ruleOfWeight.ts'

const steps = 12

/** Trains, and says the next value of every parameter before each step. */
function compare(own: NetworkExperiment) {
  const task = prepareNetwork({
    ...{ data: { kind: 'sine', n: 8, noise: 0.1, seed: 2 }, split: 1, layers: [3, 2] },
    ...{ activation: 'tanh', batch: 4, epochs: 8, seed: 3, ...own },
  })
  const { architecture } = task
  const run = task.runs[0] as TrainingRun
  const trainer = trainerOf(task, run, doubleKernels)
  const { parameters, gradient } = trainer.network
  for (let step = 0; step < steps; step++) {
    const { loss } = trainer.look()
    const said = Array.from(parameters, (value, i) => {
      const place = placeOfIndex(architecture, i)
      if (!place || indexOfPlace(architecture, place) !== i) throw new Error('no such place')
      const slope = gradient[i] as number
      const slots = trainer.slotsOf(i)
      return weightStep(ruledAt<TrainingRun>(run, step, place.input === undefined), {
        ...{ step, value, slope, loss, slots },
      }).next
    })
    trainer.advance()
    said.forEach((next, i) => {
      expect(Math.abs(next - (parameters[i] as number))).toBeLessThan(1e-12)
    })
  }
}

const ruled = networkOptimizers.filter(({ method }) => !method)

describe.each(ruled)('$id', ({ id, hyper }) => {
  test('moves a parameter as its lines say', () => {
    compare({ runs: [{ optimizer: id }] })
  })

  test('with every option switched on', () => {
    const options = ['amsgrad', 'nesterov', 'centered', 'decoupled_weight_decay', 'maximize']
    const flags = options.filter((option) => option in hyper).map((option) => [option, true])
    const decay = 'weight_decay' in hyper ? { weight_decay: 0.1 } : {}
    const momentum = 'momentum' in hyper ? { momentum: 0.9 } : {}
    const lr = 'lr' in hyper ? { lr: 0.05 } : {}
    const given = { ...lr, ...decay, ...momentum, ...Object.fromEntries(flags) }
    compare({ runs: [{ optimizer: id, hyper: given }] })
  })

  test('also after its settings were changed on the way', () => {
    const changed = 'lr' in hyper ? { lr: 0.003 } : { weight_decay: 0.01 }
    compare({ runs: [{ optimizer: id }], changes: [{ at: 5, hyper: changed }] })
  })
})

const needed: Readonly<Record<string, Readonly<Record<string, number | number[]>>>> = {
  step: { step_size: 5 },
  multistep: { milestones: [4, 8] },
  exponential: { gamma: 0.9 },
  cosine: { T_max: 10 },
  'cosine-restarts': { T_0: 6 },
  cyclic: { base_lr: 0.01, max_lr: 0.1, step_size_up: 4 },
  'one-cycle': { max_lr: 0.1 },
  'exp-decay': { k: 0.1 },
  plateau: { patience: 2, threshold: 0.3 },
}

const scheduled = schedules.flatMap(({ id }) =>
  ['sgd', 'adam', 'muon'].flatMap((optimizer) =>
    [undefined, { steps: 4 }].map((warmup) => ({ id, optimizer, warmup })),
  ),
)

test.each(scheduled)('the schedule $id leads $optimizer, warm-up $warmup', (one) => {
  const { id, optimizer, warmup } = one
  const cycles = ['cyclic', 'one-cycle'].includes(id) && optimizer === 'muon'
  const schedule = {
    kind: id,
    ...needed[id],
    ...(cycles && { cycle_momentum: false }),
    ...(warmup && { warmup }),
  }
  const hyper = { lr: 0.05, ...(optimizer === 'sgd' && { momentum: 0.5 }) }
  compare({ runs: [{ optimizer, hyper, schedule }] })
})

test('rules of one’s own, with what they remember', () => {
  for (const rule of [
    'm_0 = g\nm = 0.9*m + g\nx = x - lr*m',
    'x = x - lr*g + 0.5*(x - prev(x)) + 0.1*(g - prev(g))',
    'c = c + 1\nx = x - lr*where(f < prev(f), g, g/c)',
  ])
    compare({ runs: [{ optimizer: 'custom', rule, hyper: { lr: 0.05 } }] })
})
