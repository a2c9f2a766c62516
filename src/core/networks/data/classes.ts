// Classes to tell apart, in a square of side 10 as TensorFlow Playground draws them; classes take turns.
import { cos, sin } from '../../elementary.ts'
import type { DataKind } from './kind.ts'

const usual = { inputs: 2, classes: 2, n: 300, noise: 0.1 } as const
const radius = 5
const turn = 2 * Math.PI

const circle: DataKind = {
  ...usual,
  id: 'circle',
  name: 'Circle in a ring',
  point(i, _, { uniform }) {
    const isInside = i % 2 === 1
    const r = radius * (isInside ? uniform(0) / 2 : 0.7 + 0.3 * uniform(0))
    const angle = turn * uniform(1)
    return { input: [r * sin(angle), r * cos(angle)], target: Number(isInside) }
  },
}

const gap = 0.3

/** A logic gate: a coordinate above 0 is true. Its four cases take turns, apart from each other by a gap. */
const gate = (id: string, name: string, truth: (a: boolean, b: boolean) => boolean): DataKind => ({
  ...usual,
  id,
  name,
  point(i, _, { uniform }) {
    const [a, b] = [i % 2 === 1, i % 4 > 1]
    const place = (isTrue: boolean, k: number) =>
      (isTrue ? 1 : -1) * (gap + (radius - gap) * uniform(k))
    return { input: [place(a, 0), place(b, 1)], target: Number(truth(a, b)) }
  },
})

const gaussians: DataKind = {
  ...usual,
  id: 'gaussians',
  name: 'Two clouds',
  point(i, _, { normal }) {
    const centre = i % 2 ? 2 : -2
    return { input: [centre + normal(0), centre + normal(1)], target: i % 2 }
  },
}

/** Arms that turn around each other, one for each class. */
const spiral = (id: string, name: string, classes: number, turns: number): DataKind => ({
  ...usual,
  id,
  name,
  classes,
  n: 150 * classes,
  point(i, n) {
    const target = i % classes
    const share = Math.floor(i / classes) / Math.max(1, Math.ceil(n / classes) - 1)
    const angle = turn * (turns * share + target / classes)
    const r = radius * share
    return { input: [r * sin(angle), r * cos(angle)], target }
  },
})

/** Source: scikit-learn, make_moons */
const moons: DataKind = {
  ...usual,
  id: 'moons',
  name: 'Moons',
  point(i, n) {
    const target = i % 2
    const angle = (Math.PI * Math.floor(i / 2)) / Math.max(1, Math.ceil(n / 2) - 1)
    const [x, y] = [cos(angle), sin(angle)]
    return { input: target ? [1 - x, 0.5 - y] : [x, y], target }
  },
}

export const classes: readonly DataKind[] = [
  circle,
  gate('xor', 'Exclusive or', (a, b) => a !== b),
  gaussians,
  spiral('spiral', 'Spiral', 2, 1.75),
  spiral('spirals3', 'Three spirals', 3, 1),
  spiral('spirals4', 'Four spirals', 4, 0.75),
  moons,
  gate('and', 'And', (a, b) => a && b),
  gate('or', 'Or', (a, b) => a || b),
]
