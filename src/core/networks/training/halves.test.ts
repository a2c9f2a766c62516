import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { prepareNetwork } from '../../experiment/networkPrepare.ts'
import type { Floats } from '../floats.ts'
import { initializations } from '../initial.ts'
import { kernelsFor } from '../kernels/kernelsFor.ts'
import { makeNetwork, sizeOf } from '../network.ts'
import { type Batch, piecesOf } from './batches.ts'
import { inHalves } from './halves.ts'
import type { HalfWork } from './partner.ts'
import { slopesOf } from './trainer.ts'

const large: NetworkExperiment = {
  data: { kind: 'spirals3', n: 331, noise: 0.1, seed: 3 },
  split: 1,
  layers: [128, 128],
  activation: 'elu',
  batch: 'full',
  epochs: 1000,
  seed: 2,
}

/** The slope of all points as it is computed, and a way to it through nothing but the whole batch. */
function slopesFor(more: NetworkExperiment = {}) {
  const works: HalfWork[] = []
  const partners = (work: HalfWork) => {
    works.push(work)
    return undefined
  }
  const task = { ...prepareNetwork({ ...large, ...more }), partners }
  const kernels = kernelsFor(sizeOf(task.architecture))
  const most = task.pace.most
  const network = makeNetwork(task.architecture, most, kernels)
  initializations.torch(network, 1)
  const seen: number[] = []
  const alone = slopesOf(network, task, undefined)
  const whole = (batch: Batch) => {
    seen.push(batch.rows)
    return { ...alone(batch) }
  }
  const [batch] = piecesOf(task.dataset.training, most, kernels.room)
  if (!batch) throw new Error('no points')
  const slope = inHalves(whole, { network, task, kernels })
  return { network, batch, works, seen, whole, slope: () => slope(batch) }
}

/** The largest distance, beside the largest number. */
function apart(a: Floats, b: Floats): number {
  const most = (values: Iterable<number>) => Math.max(...Array.from(values, Math.abs))
  return most(Array.from(a, (x, i) => x - (b[i] as number))) / most(b)
}

test.each([
  ['cross-entropy', 'classes are told apart', {}],
  ['mse', 'numbers are learned', { data: { kind: 'sine', n: 331 } }],
] as const)('with %s the halves of a batch come to the whole, where %s', (_, __, more) => {
  const { network, batch, seen, whole, slope } = slopesFor(more)
  const { loss, accuracy } = whole(batch)
  const gradient = network.gradient.slice()
  network.gradient.fill(0)
  const found = { ...slope() }
  expect(seen).toEqual([331, 168, 163])
  expect(Math.abs(found.loss / loss - 1)).toBeLessThan(1e-6)
  expect(found.accuracy).toEqual(Number.isNaN(accuracy) ? Number.NaN : expect.closeTo(accuracy, 12))
  expect(apart(network.gradient, gradient)).toBeLessThan(2e-6)
})

test('who may help is told what it is to do, where the training is long', () => {
  const { works } = slopesFor()
  expect(works).toEqual([
    {
      architecture: { inputs: 2, hidden: [128, 128], activations: ['elu', 'elu'], outputs: 3 },
      ...{ loss: 'cross-entropy', classes: 3, rows: 168, targets: 1 },
    },
  ])
  expect(slopesFor({ epochs: 10 }).works).toEqual([])
})

test.each([
  ['small batches', { batch: 120 }],
  ['small networks', { layers: [64, 64] }],
  ['those of dropout', { dropout: 0.2 }],
] as const)('%s are computed whole, and nobody is to help', (_, more) => {
  const { seen, works, slope, batch } = slopesFor(more)
  slope()
  expect(seen).toEqual([batch.rows])
  expect(works).toEqual([])
})

test('where the loss is not finite the gradient before stays, and all rows have been answered', () => {
  const { network, batch, slope } = slopesFor()
  slope()
  const before = network.gradient.slice()
  const { x, rows } = batch
  x[2 * (rows - 1)] = Number.MAX_VALUE
  const { loss } = slope()
  expect(loss).toBeNaN()
  expect(network.gradient).toEqual(before)
  const [{ z, units }] = network.layers as [(typeof network.layers)[number]]
  expect([...z.slice((rows - 1) * units, rows * units)].every(Number.isFinite)).toBe(false)
  expect([...z.slice(0, (rows - 1) * units)].every(Number.isFinite)).toBe(true)
})
