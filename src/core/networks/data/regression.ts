// Numbers to learn: a function with noise.
import { sin } from '../../elementary.ts'
import type { DataKind } from './kind.ts'

/** A function of one variable, measured at even distances. */
const measured = (
  id: string,
  name: string,
  [from, to]: readonly [number, number],
  f: (x: number) => number,
): DataKind => ({
  id,
  name,
  inputs: 1,
  n: 1000,
  noise: 0.1,
  truth: f,
  point(i, n) {
    const x = from + (n > 1 ? (to - from) * (i / (n - 1)) : 0)
    return { input: [x], target: f(x) }
  },
})

/** The lecture's. */
const sine = measured('sine', 'Noisy sine', [0, 6], (x) => 2.5 * sin(x) + 1.5)
const linear = measured('linear', 'Line', [-3, 3], (x) => 0.5 * x + 1)
const polynomial = measured('polynomial', 'Polynomial', [-2, 2], (x) => x * x * x - 2 * x)
const step = measured('step', 'Step', [-3, 3], (x) => (x < 0 ? 0 : 1))

const plane: DataKind = {
  id: 'plane',
  name: 'Plane',
  inputs: 2,
  n: 500,
  noise: 0.1,
  point(_, __, { uniform }) {
    const [x, y] = [10 * uniform(0) - 5, 10 * uniform(1) - 5]
    return { input: [x, y], target: (x + y) / 10 }
  },
}

export const regression: readonly DataKind[] = [sine, linear, polynomial, step, plane]
