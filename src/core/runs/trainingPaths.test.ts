import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import { toItsEnd } from '../work.ts'
import { trainingPaths } from './trainingPaths.ts'
import { trainNetwork } from './trainNetwork.ts'
import { type Kept, watchTraining } from './watchTraining.ts'

const experiment: NetworkExperiment = {
  data: { kind: 'sine', n: 40 },
  layers: [6],
  batch: 8,
  epochs: 10,
  runs: [{ optimizer: 'adam' }, { optimizer: 'sgd', hyper: { lr: 1e30 } }],
}

test('a path begins where the training begins and ends where it ends; what stops being finite stays', () => {
  const { steps, paths } = toItsEnd(trainingPaths(experiment, 40))
  expect(steps).toHaveLength(41)
  const [adam, sgd] = trainNetwork(experiment)
  const last = paths.map((path) => [...(path.at(-1) ?? [])])
  expect(last[0]?.map(Math.fround)).toEqual(adam?.parameters.flatMap((one) => [...one]))
  expect(sgd?.outcome.kind).toBe('diverged')
  expect(last[1]?.every(Number.isFinite)).toBe(true)
  expect([...(paths[0]?.[0] ?? [])]).toEqual([...(paths[1]?.[0] ?? [])])
})

test('what was kept of a slow training is not trained again', () => {
  const slow: NetworkExperiment = { layers: [256, 256], batch: 100, epochs: 500 }
  let kept: Kept | undefined
  const watching = watchTraining(
    slow,
    { at: 14 },
    {
      keep: (one) => {
        kept = one
      },
    },
  )
  while (!watching.next().value?.isAtRest);
  const work = trainingPaths(slow, 14, { before: kept })
  const { done, value } = work.next()
  expect(done).toBe(true)
  expect(value?.steps).toEqual(Array.from({ length: 15 }, (_, i) => i))
})
