// What is changed while it trains, through the lab itself; the worker only says how far the training has come.
import { expect, test, vi } from 'vitest'
import type { Growth } from '../../core/runs/watchTraining.ts'
import type { Engine } from '../../engine/client.ts'
import { createLab } from '../lab/createLab.ts'
import { setBatch } from './edits.ts'
import { networks } from './networks.ts'

const none = new Float64Array()
const column = { losses: none, validation: none, accuracy: none, rates: none }
const growth: Growth = {
  runs: [{ from: 0, ...column }],
  reached: 100,
  seen: [{ moment: {} as never }],
  isAtRest: true,
}

/** A lab whose training of 200 batches has come to the 100th. */
async function trained() {
  const engine = {
    async *run() {
      yield growth
    },
    end() {},
  } as unknown as Engine
  const kind = networks({ id: 'network', initial: {}, exports: async () => [] })
  const lab = createLab(kind, engine)
  lab.open({ data: { kind: 'circle', n: 100 }, batch: 8, epochs: 20 })
  await vi.waitFor(() => expect(lab.store.getState().shown).toBeDefined())
  return lab
}

const changes = (lab: Awaited<ReturnType<typeof trained>>) =>
  lab.store.getState().experiment.changes

const withRate = (lr: number) => (experiment: object) => ({
  ...experiment,
  runs: [{ optimizer: 'sgd', hyper: { lr } }],
})

test('what is typed while it plays is one change, from where it began', async () => {
  const lab = await trained()
  lab.seek(60)
  lab.adjust(withRate(0), 'hyper lr')
  lab.seek(64)
  lab.adjust(withRate(0.01), 'hyper lr')
  lab.seek(70)
  lab.adjust(withRate(0.015), 'hyper lr')
  expect(changes(lab)).toEqual([{ at: 60, hyper: { lr: 0.015 } }])
  lab.adjust(setBatch(16), 'batch')
  expect(changes(lab)).toEqual([
    { at: 60, hyper: { lr: 0.015 } },
    { at: 70, batch: 16 },
  ])
})

test('after a pause it is another change', async () => {
  const lab = await trained()
  vi.useFakeTimers({ toFake: ['Date'] })
  lab.seek(60)
  lab.adjust(withRate(0.01), 'hyper lr')
  vi.advanceTimersByTime(2000)
  lab.seek(70)
  lab.adjust(withRate(0.02), 'hyper lr')
  vi.useRealTimers()
  expect(changes(lab)).toEqual([
    { at: 60, hyper: { lr: 0.01 } },
    { at: 70, hyper: { lr: 0.02 } },
  ])
})

test('at the beginning and at the end nothing is on the way', async () => {
  const lab = await trained()
  lab.adjust(withRate(0.05), 'hyper lr')
  expect(changes(lab)).toBeUndefined()
  expect(lab.store.getState().experiment.runs).toEqual([{ optimizer: 'sgd', hyper: { lr: 0.05 } }])
})
