import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { prepareNetwork } from '../../core/experiment/networkPrepare.ts'
import { rateAt, replaceRate } from './changes.ts'

const smaller = (experiment: NetworkExperiment, run: number, batch: number) => {
  const { from, rate } = rateAt(prepareNetwork(experiment), run, batch)
  return replaceRate(run, from, rate / 10)(experiment)
}

test('the rate of the beginning is divided there, also where nobody wrote it', () => {
  expect(smaller({}, 0, 30).runs).toEqual([{ optimizer: 'sgd', hyper: { lr: 1e-4 } }])
})

test('a rate that was set on the way is divided there, whatever else was changed after it', () => {
  const runs = [{ optimizer: 'adam' }, { optimizer: 'sgd', hyper: { lr: 0.1 } }]
  const changes = [
    { at: 3, hyper: { lr: 5 } },
    { at: 4, run: 1, hyper: { lr: 1000, momentum: 0.5 } },
    { at: 6, run: 1, hyper: { momentum: 0.9 } },
    { at: 9, run: 1, hyper: { lr: 7 } },
  ]
  const next = smaller({ runs, changes }, 1, 8)
  expect(next.runs).toEqual(runs)
  expect(next.changes).toEqual([
    changes[0],
    { at: 4, run: 1, hyper: { lr: 100, momentum: 0.5 } },
    ...changes.slice(2),
  ])
})
