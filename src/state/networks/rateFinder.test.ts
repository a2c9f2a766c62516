import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import type { TrialEffort } from '../../core/studies/trialEffort.ts'
import type { Engine } from '../../engine/client.ts'
import { jobs } from '../../engine/jobs/rateTrials.ts'
import { engineInProcess, turn } from '../../engine/test/inProcess.ts'
import { finderOf, triesTheSame } from './rateFinder.ts'

const sgd = { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 } }
const adam = { optimizer: 'adam' }
const experiment: NetworkExperiment = {
  data: { kind: 'sine', n: 20 },
  layers: [3],
  epochs: 4,
  runs: [sgd, adam],
}
const effort: TrialEffort = { rates: 3, epochs: 4, points: 16 }
const asked = { experiment, run: 0, effort, times: 1, rates: [0.1, 0.001, 0.01] }

function finderHere() {
  const { engine, spawned } = engineInProcess(jobs)
  const finder = finderOf({ engine: engine as unknown as Engine })
  const whole = async () => {
    while (finder.store.getState().found?.isRunning) await turn()
    return finder.store.getState().found
  }
  /** The rates that a worker was asked to try. */
  const tried = () =>
    spawned.flatMap(({ requests }) =>
      requests.flatMap((request) =>
        request.type === 'open' ? [(request.spec as typeof asked).rates] : [],
      ),
    )
  return { finder, whole, tried, spawned }
}

test('what is found comes rate by rate, and stands in the order of the rates', async () => {
  const { finder, whole } = finderHere()
  expect(finder.store.getState().found).toBeUndefined()
  finder.find(asked)
  expect(finder.store.getState().found).toMatchObject({ isRunning: true, trials: [] })
  const found = await whole()
  expect(found?.trials.map(({ rate }) => rate)).toEqual([0.001, 0.01, 0.1])
  expect(found?.problem).toBeUndefined()
})

test('what is known of the same training is not tried again', async () => {
  const { finder, whole, tried } = finderHere()
  finder.find(asked)
  await whole()
  finder.find({ ...asked, rates: [0.1, 1] })
  const found = await whole()
  expect(found?.trials.map(({ rate }) => rate)).toEqual([0.1, 1])
  finder.find({ ...asked, effort: { ...effort, epochs: 2 } })
  await whole()
  expect(tried()).toEqual([asked.rates, [1], asked.rates])
})

test('who stops keeps what is known, and the worker is told', async () => {
  const { finder, spawned } = finderHere()
  finder.find(asked)
  finder.stop()
  await turn()
  expect(finder.store.getState().found).toMatchObject({ isRunning: false, rates: asked.rates })
  expect(spawned[0]?.requests.at(-1)?.type).toBe('close')
})

test('who closes it ends the worker; who comes again goes on with what is known', async () => {
  const { finder, whole, tried, spawned } = finderHere()
  finder.find(asked)
  await whole()
  finder.close()
  expect(spawned.map(({ isTerminated }) => isTerminated)).toEqual([true])
  finder.find({ ...asked, rates: [0.1, 1] })
  expect((await whole())?.trials).toHaveLength(2)
  expect(tried()).toEqual([asked.rates, [1]])
})

test('what cannot be tried says why', async () => {
  const { finder, whole } = finderHere()
  finder.find({ ...asked, run: 5 })
  expect((await whole())?.problem).toBe('There is no run 6 to try rates of')
})

test('another rate is the same training, another of anything else is not', () => {
  const here = { experiment, run: 0 }
  const isSame = (part: Partial<NetworkExperiment>, run = 0) =>
    triesTheSame(here, { experiment: { ...experiment, ...part }, run })
  const withHyper = (hyper: object) => ({ runs: [{ ...sgd, hyper: { ...sgd.hyper, ...hyper } }] })
  expect(isSame({ ...withHyper({ lr: 3 }), at: 7 })).toBe(true)
  expect(isSame({ runs: [sgd, adam, { optimizer: 'lion' }] })).toBe(true)
  expect(isSame(withHyper({ momentum: 0.5 }))).toBe(false)
  expect(isSame({}, 1)).toBe(false)
  expect(isSame({ data: { kind: 'sine', n: 21 } })).toBe(false)
  expect(isSame({ epochs: 5 })).toBe(false)
})
