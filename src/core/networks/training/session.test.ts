// Going back, looking, and changes on the way: all against the same training without them.
import { expect, test } from 'vitest'
import type { RunSpec } from '../../experiment/experiment.ts'
import type { Change, NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { prepareNetwork } from '../../experiment/networkPrepare.ts'
import { networkOptimizers } from '../../experiment/networkRuns.ts'
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

const runs: readonly RunSpec[] = networkOptimizers
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

test('a change of Muon’s rate reaches the biases, which remember their own', () => {
  const run = { optimizer: 'muon', hyper: { lr: 0.01 } }
  const changed = begun({ runs: [run], changes: [{ at: 9, hyper: { lr: 0 } }] })
  const before = walk(changed, 9)
  expect(before).toEqual(walk(begun({ runs: [run] }), 9))
  expect(walk(changed, 5)).toEqual(before)
  const there = begun({ runs: [run], changes: [{ at: 9, hyper: { lr: 0.001 } }] })
  expect(walk(there, 9)).toEqual(before)
  walk(there, 1)
  const { tensors } = there.trainer.network
  const moves = tensors.map((_, i) => {
    const from = tensors.slice(0, i).reduce((sum, { length }) => sum + length, 0)
    return Math.max(...(tensors[i] ?? []).map((x, k) => Math.abs(x - (before[from + k] as number))))
  })
  for (const move of moves) {
    expect(move).toBeGreaterThan(0)
    expect(move).toBeLessThan(0.005)
  }
})

test('what is remembered is what a later change reads, as in PyTorch, where momentum 0 remembers the gradient', () => {
  const runs = [{ optimizer: 'adam', hyper: { lr: 0.01, betas: [0, 0.9] } }]
  const { trainer } = begun({ runs, changes: [{ at: 4, hyper: { betas: [0.9, 0.9] } }] })
  walk({ trainer } as ReturnType<typeof begun>, 3)
  trainer.look()
  const [gradient] = trainer.network.gradient
  trainer.advance()
  expect(trainer.slotsOf(0).m).toBe(gradient)
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

test('many points are measured in pieces, so that whoever drives a session can breathe', () => {
  const { task, run } = prepared({ data: { kind: 'sine', n: 2000 }, batch: 10, epochs: 1 })
  const session = sessionOf(task, run, doubleKernels)
  const { step } = session.trainer
  const calls = (until: () => boolean) => {
    let count = 0
    for (; !until(); count++) session.advance()
    return count
  }
  // 400 points that judge and 1,600 that are learned from, 256 at a time: 2 + 7 pieces without a breath between both sets.
  expect(calls(() => step() === 1)).toBe(2 + 7 - 1)
  expect(calls(() => step() === 160)).toBe(159)
  expect(calls(() => session.ending() !== undefined)).toBe(2 + 7 - 2)
  const { losses, validation } = session.record.columns()
  expect([losses.length, validation.length]).toEqual([2, 2])
})

test('a session that was left in the middle of its columns tells only what is new', () => {
  const { task, run } = prepared()
  const session = sessionOf(task, run, doubleKernels)
  while (!session.ending()) session.advance()
  const whole = session.record.columns()
  expect(whole.losses).toHaveLength(7)
  expect([...session.record.since(4).losses]).toEqual([...whole.losses.slice(4)])
})
