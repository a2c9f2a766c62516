import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { completedNetwork } from '../experiment/networkParts.ts'
import { ExperimentError } from '../experimentError.ts'
import { preparedOf, trainings } from '../export/test/randomNetwork.ts'
import { trainNetwork } from '../runs/trainNetwork.ts'
import { rateTrials, type Trial } from './rateTrials.ts'

const whole = { epochs: Number.POSITIVE_INFINITY, points: Number.POSITIVE_INFINITY }

function trialsOf(
  experiment: NetworkExperiment,
  rates: readonly number[],
  { run = 0, epochs = whole.epochs, points = whole.points } = {},
): Trial[] {
  const spec = { experiment, run, effort: { epochs, points } }
  return [...rateTrials(spec, rates)].filter((trial) => trial !== undefined)
}

/** The same by itself, from its first epoch to its last. */
function trainedWith(experiment: NetworkExperiment, rate: number, run = 0) {
  const { runs, changes: _, ...rest } = completedNetwork(experiment)
  const own = runs[run] as (typeof runs)[number]
  const training = trainNetwork({ ...rest, runs: [{ ...own, hyper: { ...own.hyper, lr: rate } }] })
  return training[0] as NonNullable<(typeof training)[0]>
}

/** Whether what was found of a rate is what training with it comes to after as many epochs. */
function expectTrained(trial: Trial, experiment: NetworkExperiment, epochs: number, run = 0) {
  const { losses, validation, outcome } = trainedWith(experiment, trial.rate, run)
  const at = (epoch: number) => ({
    loss: losses[epoch] ?? Number.NaN,
    ...(validation.length > 0 && { validation: validation[epoch] ?? Number.NaN }),
  })
  const isTrained = losses.length > epochs
  expect(trial.kind).toBe(isTrained ? 'trained' : 'diverged')
  expect(trial.before).toEqual(at(0))
  if (isTrained) expect(trial.after).toEqual(at(epochs))
  else {
    expect(trial.after.loss).toBeNaN()
    expect(trial.step).toBe(outcome.step)
  }
}

const moons: NetworkExperiment = {
  data: { kind: 'moons', n: 60, seed: 2 },
  layers: [5],
  activation: 'relu',
  loss: 'mse',
  batch: 16,
  epochs: 12,
  seed: 4,
  runs: [
    { optimizer: 'adam', hyper: { lr: 0.02, betas: [0.8, 0.99] } },
    { optimizer: 'sgd', hyper: { lr: 0.1 }, schedule: { kind: 'cosine', T_max: 36 } },
  ],
}
const rates = [1e-3, 0.05, 1, 30, 1e3]

describe('a trial of a learning rate', () => {
  test.each([
    [0, 12],
    [0, 7],
    [1, 12],
    [1, 3],
  ])('of run %i is the training with it after %i epochs, to the bit', (run, epochs) => {
    const trials = trialsOf(moons, rates, { run, epochs })
    expect(trials.map(({ rate }) => rate)).toEqual(rates)
    for (const trial of trials) expectTrained(trial, moons, epochs, run)
  })

  test('of any training is that training', () => {
    const startable = trainings.filter((experiment) => preparedOf(experiment) !== undefined)
    fc.assert(
      fc.property(startable, fc.constantFrom(0.003, 0.3, 40), (experiment, rate) => {
        const { epochs } = completedNetwork(experiment)
        for (const most of [1, epochs])
          for (const trial of trialsOf(experiment, [rate], { epochs: most }))
            expectTrained(trial, experiment, Math.min(most, epochs))
      }),
      { seed: 3, numRuns: 15 },
    )
  })

  test('says where it diverged: after how many batches, in which epoch', () => {
    const steep: NetworkExperiment = {
      data: { kind: 'sine', n: 50 },
      layers: [8],
      activation: 'relu',
      epochs: 30,
      batch: 10,
      runs: [{ optimizer: 'sgd' }],
    }
    const [tame, wild] = trialsOf(steep, [0.01, 100]) as [Trial, Trial]
    expect(tame).toMatchObject({ kind: 'trained', step: 120, epoch: 30 })
    expect(wild).toMatchObject({ kind: 'diverged', step: trainedWith(steep, 100).outcome.step })
    expect(wild.epoch).toBe(Math.floor(wild.step / 4))
  })

  test('does not know what was changed on the way', () => {
    const changed = {
      ...moons,
      changes: [
        { at: 5, hyper: { lr: 1 } },
        { at: 6, batch: 4 },
      ],
    }
    expect(trialsOf(changed, [0.02])).toEqual(trialsOf(moons, [0.02]))
  })

  test('that is refused stands between the others', () => {
    const kinds = trialsOf(moons, [0.02, -1, 0.03], { epochs: 1 }).map(({ kind }) => kind)
    expect(kinds).toEqual(['trained', 'refused', 'trained'])
  })

  test('of fewer points is one of a smaller set', () => {
    const [trial] = trialsOf(moons, [0.02], { epochs: 1, points: 16 }) as [Trial]
    // 48 points are learned from, in batches of 16.
    expect(trial.step).toBe(1)
    expect(trial.after.validation).toBeGreaterThan(0)
    expect(trial.before).not.toEqual(trialsOf(moons, [0.02], { epochs: 1 })[0]?.before)
  })

  test('breathes', () => {
    const wide: NetworkExperiment = { ...moons, layers: [256, 256], epochs: 40 }
    const spec = { experiment: wide, run: 0, effort: { ...whole, epochs: 40 } }
    const pieces = [...rateTrials(spec, [0.001])]
    expect(pieces.filter((piece) => piece === undefined).length).toBeGreaterThan(10)
  })
})

test('there is nothing to try of a run that is not there, or of a training that cannot start', () => {
  expect(() => trialsOf(moons, rates, { run: 2 })).toThrow(ExperimentError)
  expect(() => trialsOf({ ...moons, layers: [0] }, rates)).toThrow(ExperimentError)
})
