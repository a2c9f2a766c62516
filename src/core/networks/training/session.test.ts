// Going back, looking, and changes on the way: all against the same training without them.
import { expect, test } from 'vitest'
import type { RunSpec } from '../../experiment/experiment.ts'
import type { Change, NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { prepareNetwork } from '../../experiment/networkPrepare.ts'
import { optimizers } from '../../optimizers/index.ts'
import { doubleKernels } from '../plainKernels.ts'
import { probeOf } from '../probe.ts'
import { observerOf } from './observer.ts'
import { sessionOf } from './session.ts'
import { type Saved, trainerOf } from './trainer.ts'

const base: NetworkExperiment = {
  data: { kind: 'spiral', n: 50, noise: 0.1, seed: 3 },
  layers: [5, 4],
  batch: 7,
  epochs: 6,
  seed: 2,
}

const prepared = (more: NetworkExperiment = {}) => {
  const task = prepareNetwork({ ...base, ...more })
  const [run] = task.runs
  if (!run) throw new Error('no run')
  return { task, run }
}

const begun = (more?: NetworkExperiment) => {
  const { task, run } = prepared(more)
  return { task, trainer: trainerOf(task, run, doubleKernels) }
}

const walk = ({ trainer }: ReturnType<typeof begun>, steps: number) => {
  for (let k = 0; k < steps; k++) trainer.advance()
  return [...trainer.network.parameters]
}

const runs: readonly RunSpec[] = optimizers
  .filter(({ method }) => !method)
  .map(({ id }) => ({
    optimizer: id,
    hyper: { lr: 0.01 },
    schedule: { kind: 'plateau', patience: 2 },
  }))

test.each(runs)('$optimizer goes on from what was saved as if it had never been left', (run) => {
  const whole = walk(begun({ runs: [run] }), 25)

  const first = begun({ runs: [run] })
  walk(first, 11)
  const saved = first.trainer.save() as Saved
  const second = begun({ runs: [run] })
  walk(second, 3)
  second.trainer.restore(saved)
  expect(walk(second, 14)).toEqual(whole)
})

test('who looks changes nothing', () => {
  const more = { dropout: 0.2, runs: [{ optimizer: 'adam' }] }
  const whole = walk(begun(more), 20)
  const watched = begun(more)
  const look = observerOf(watched.task, probeOf(watched.task.points), doubleKernels)
  for (let k = 0; k < 20; k++) {
    const moment = look(watched.trainer)
    expect(moment.step).toBe(k)
    expect(moment.batch).toHaveLength(k % 6 === 5 ? 5 : 7)
    watched.trainer.advance()
  }
  expect([...watched.trainer.network.parameters]).toEqual(whole)
})

test('what is seen of a network is what it answers', () => {
  const { task, trainer } = begun({ data: { kind: 'sine', n: 30 }, standardize: true })
  const probe = probeOf(task.points)
  const { answers, responses, parameters } = observerOf(task, probe, doubleKernels)(trainer)
  const at = 17
  const { mean = 0, deviation = 1 } = task.dataset.scaling[0] ?? {}
  let now = [((probe.points[at] as number) - mean) / deviation]
  let from = 0
  for (const [l, units] of [5, 4, 1].entries()) {
    const inputs = now
    now = Array.from({ length: units }, (_, u) => {
      const row = parameters.subarray(from + u * inputs.length, from + (u + 1) * inputs.length)
      const bias = parameters[from + units * inputs.length + u] as number
      const z = inputs.reduce((sum, x, i) => sum + x * (row[i] as number), bias)
      return l < 2 ? Math.tanh(z) : z
    })
    from += units * (inputs.length + 1)
    const told = responses[l]
    if (told)
      expect(now.map((_, u) => told[u * probe.points.length + at])).toEqual(
        now.map((y) => expect.closeTo(y, 6) as number),
      )
  }
  expect(answers[at]).toBeCloseTo(now[0] as number, 6)
})

test('other settings hold from their batch on, and what was remembered stays', () => {
  const run = { optimizer: 'sgd', hyper: { lr: 0.05, momentum: 0.9 } }
  const changes: Change[] = [{ at: 9, hyper: { lr: 0.01 } }]
  const changed = begun({ runs: [run], changes })
  const plain = begun({ runs: [run] })
  expect(walk(changed, 9)).toEqual(walk(plain, 9))
  // By hand: m = 0.9 m + g, x = x - 0.01 m
  const m = (i: number) => Object.values(plain.trainer.slotsOf(i))[0] as number
  const x = plain.trainer.network.parameters.slice()
  plain.trainer.look()
  const g = plain.trainer.network.gradient.slice()
  expect(walk(changed, 1)).toEqual(
    [...x].map(
      (at, i) => expect.closeTo(at - 0.01 * (0.9 * m(i) + (g[i] as number)), 12) as number,
    ),
  )
})

test('a momentum that is switched on begins with the gradient of its first step', () => {
  const run = { optimizer: 'sgd', hyper: { lr: 0.05 } }
  const changes: Change[] = [{ at: 4, hyper: { momentum: 0.9 } }]
  const changed = begun({ runs: [run], changes })
  const plain = begun({ runs: [run] })
  expect(walk(changed, 5)).toEqual(walk(plain, 5))
  expect(walk(changed, 1)).not.toEqual(walk(plain, 1))
})

test('another batch size holds from its batch on, and every epoch still has every point once', () => {
  const changes: Change[] = [
    { at: 3, batch: 20 },
    { at: 10, batch: 'full' },
  ]
  const { task, trainer } = begun({ changes })
  const sizes: number[] = []
  const epochs = new Map<number, number[]>()
  while (trainer.step() < task.pace.steps) {
    trainer.look()
    const places = trainer.places()
    sizes.push(places.length)
    epochs.set(trainer.epoch(), [...(epochs.get(trainer.epoch()) ?? []), ...places])
    trainer.advance()
  }
  const { count } = task.dataset.training
  expect(count).toBe(40)
  expect(sizes).toEqual([7, 7, 7, 19, 20, 20, 20, 20, 20, 20, 40, 40])
  const all = Array.from({ length: count }, (_, i) => i)
  for (const places of epochs.values()) expect(places.sort((a, b) => a - b)).toEqual(all)
  expect([...task.pace.starts]).toEqual([0, 4, 6, 8, 10, 11, 12])
})

test('a session that was left in the middle of its columns tells only what is new', () => {
  const { task, run } = prepared()
  const session = sessionOf(task, run, doubleKernels)
  while (!session.ending()) session.advance()
  const whole = session.record.columns()
  expect(whole.losses).toHaveLength(7)
  expect([...session.record.since(4).losses]).toEqual([...whole.losses.slice(4)])
})
