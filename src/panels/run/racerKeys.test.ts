import { expect, test } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { runsOf } from '../../core/experiment/parts.ts'
import { branchAt } from '../../state/edits/racers.ts'
import { addRun, chooseOptimizer, removeRun, setHyper } from '../../state/edits/runs.ts'
import { keyed } from './racerKeys.ts'

const race: Experiment = {
  f: 'x^2',
  start: [1],
  steps: 5,
  runs: [
    { optimizer: 'sgd', hyper: { lr: 0.1 } },
    { optimizer: 'adam', hyper: { lr: 0.1 } },
    { optimizer: 'sgd', hyper: { lr: 0.2 } },
  ],
}
const first = keyed({ specs: [], keys: [], next: 0 }, runsOf(race))

test.each([
  ['another optimizer', chooseOptimizer(1, 'rmsprop'), [0, 1, 2]],
  ['another learning rate', setHyper(2, 'lr', 0.5), [0, 1, 2]],
  ['one more', addRun(['rprop']), [0, 1, 2, 3]],
  ['a branch', branchAt(0, 2), [0, 1, 2, 3]],
  ['the first removed', removeRun(0), [1, 2]],
  ['the middle removed', removeRun(1), [0, 2]],
  ['the last removed', removeRun(2), [0, 1]],
])('after %s the racers keep their keys', (_, edit, keys) => {
  expect(keyed(first, runsOf(edit(race))).keys).toEqual(keys)
})

test('the key of one that went is not given again', () => {
  const less = removeRun(2)(race)
  const without = keyed(first, runsOf(less))
  expect(keyed(without, runsOf(addRun(['rprop'])(less))).keys).toEqual([0, 1, 3])
})

test('nothing in common is no reason to have none', () => {
  expect(keyed(first, [{ optimizer: 'adam' }]).keys).toHaveLength(1)
  expect(keyed(first, []).keys).toEqual([])
})
