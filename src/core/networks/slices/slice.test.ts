import { describe, expect, test } from 'vitest'
import { prepareNetwork } from '../../experiment/networkPrepare.ts'
import { toItsEnd } from '../../work.ts'
import { initializations } from '../initial.ts'
import { makeNetwork } from '../network.ts'
import { doubleKernels } from '../plainKernels.ts'
import type { Trainee } from '../training/course.ts'
import { trainerOf } from '../training/trainer.ts'
import { randomPlane } from './random.ts'
import { coarsest, type SoFar, slice } from './slice.ts'

const task = prepareNetwork({
  data: { kind: 'moons', n: 50, seed: 2 },
  layers: [6],
  activation: 'tanh',
  runs: [{ optimizer: 'sgd' }],
})
const network = makeNetwork(task.architecture, 1, doubleKernels)
initializations.torch(network, task.seed)
const plane = randomPlane(task.architecture, network.parameters, 1)
const grid = { window: { x: [-1, 1], y: [-1, 2.2] }, size: 33 } as const

describe('a slice', () => {
  const whole = toItsEnd(slice(task, plane, grid))

  test('has at its center the loss of the network', () => {
    const trainer = trainerOf(task, task.runs[0] as Trainee, doubleKernels)
    const [row, column] = [10, 16]
    expect(whole[row * 33 + column]).toBeCloseTo(toItsEnd(trainer.training()).loss, 12)
  })

  test('is known from coarse to fine, and what is known once stays', () => {
    const sizes = new Set<number>()
    let share = 0
    for (const now of slice(task, plane, grid)) {
      if (!now) continue
      sizes.add(now.size)
      expect(now.share).toBeGreaterThan(share)
      share = now.share
      const step = 32 / (now.size - 1)
      const changed = computed(now, Math.round(share * 33 ** 2)).filter(
        ([r, c]) => now.values[r * now.size + c] !== whole[(r * 33 + c) * step],
      )
      expect(changed).toEqual([])
    }
    expect([...sizes]).toEqual([9, 17, 33])
    expect(share).toBe(1)
  })

  test('shows between what is known something between it', () => {
    for (const now of slice(task, plane, grid)) {
      if (now?.size !== 17) continue
      // Of this grid one row is computed; beyond it are points of the coarser one and their means.
      const mean = (whole[16 * 33] as number) / 2 + (whole[20 * 33] as number) / 2
      expect(now.values[9 * 17]).toBeCloseTo(mean, 14)
      expect(mean).not.toBe(whole[18 * 33])
      break
    }
    expect.assertions(2)
  })

  test('of a linear network with squared errors has equal second differences', () => {
    const linear = prepareNetwork({
      data: { kind: 'plane', n: 40, seed: 3 },
      layers: [],
      runs: [{ optimizer: 'sgd' }],
    })
    const one = makeNetwork(linear.architecture, 1, doubleKernels)
    initializations.torch(one, 1)
    const over = randomPlane(linear.architecture, one.parameters, 2)
    const values = toItsEnd(slice(linear, over, { ...grid, size: coarsest }))
    const at = (r: number, c: number) => values[r * coarsest + c] as number
    const across = at(0, 0) - 2 * at(0, 1) + at(0, 2)
    const up = at(0, 0) - 2 * at(1, 0) + at(2, 0)
    expect(across).toBeGreaterThan(1e-3)
    for (let r = 0; r + 2 < coarsest; r++)
      for (let c = 0; c + 2 < coarsest; c++) {
        expect(at(r, c) - 2 * at(r, c + 1) + at(r, c + 2)).toBeCloseTo(across, 10)
        expect(at(r, c) - 2 * at(r + 1, c) + at(r + 2, c)).toBeCloseTo(up, 10)
      }
  })
})

/** Rows and columns of what is computed after so many points. */
function computed({ size }: SoFar, count: number): (readonly [number, number])[] {
  const isKnown = (i: number) =>
    size > coarsest && Math.floor(i / size) % 2 === 0 && (i % size) % 2 === 0
  const all = Array.from({ length: size ** 2 }, (_, i) => i)
  const before = all.filter(isKnown)
  const after = all.filter((i) => !isKnown(i)).slice(0, count - before.length)
  return [...before, ...after].map((i) => [Math.floor(i / size), i % size])
}
