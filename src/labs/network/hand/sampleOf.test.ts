import { expect, test } from 'vitest'
import { prepareNetwork } from '../../../core/experiment/networkPrepare.ts'
import { sampleInWords, sampleOf } from './sampleOf.ts'

const task = prepareNetwork({
  ...{ data: { kind: 'circle', n: 30 }, split: 0.5, standardize: true },
  ...{ layers: [2], batch: 5 },
})

test('a point is taken as the network learns it, wherever it came to stand', () => {
  const { training, validation } = task.dataset
  let judged = 0
  for (let sample = 0; sample < 30; sample++) {
    const { taken, row } = sampleOf(task, sample)
    const rows = row === undefined ? validation : training
    const at = row ?? judged++
    expect(taken).toEqual([...rows.inputs.subarray(2 * at, 2 * at + 2)])
  }
  expect(judged).toBe(validation.count)
})

test('what a point is for', () => {
  const { learned } = task.dataset
  const [own, other] = [learned.indexOf(true), learned.indexOf(false)]
  expect(sampleInWords(sampleOf(task, own), [0, 3])).toBe('in the next batch')
  expect(sampleInWords(sampleOf(task, own), [3])).toContain('not in the next batch')
  expect(sampleInWords(sampleOf(task, other), [0, 3])).toContain('not learned from')
})
