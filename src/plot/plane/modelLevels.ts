// Level lines of the local models of a loss, inside a circle around the point.
import { contours } from 'd3'
import type { LocalModels, Pair } from '../../core/analysis/localModels.ts'
import type { View } from '../view.ts'

/** How a model changes f, over differences in pixels. */
type Model = (across: number, down: number) => number

/** Pixels for each unit of both variables; the second falls as the variable rises. */
export function pixelsPer({ x, y }: Pick<View, 'x' | 'y'>): Pair {
  const per = (scale: View['x']) => {
    const [from = 0, to = 1] = scale.domain()
    return (scale(to) - scale(from)) / (to - from)
  }
  return [per(x), per(y)]
}

/** The linear and the quadratic model around a point. */
export function modelsInPixels({ linearDrop, quadraticDrop }: LocalModels, [x, y]: Pair) {
  const inPixels =
    (drop: LocalModels['linearDrop']): Model =>
    (across, down) =>
      -drop([across / x, down / y])
  return { linear: inPixels(linearDrop), quadratic: inPixels(quadraticDrop) }
}

/** Side of a cell in pixels: a parabola is so smooth that smaller ones would look the same. */
const cell = 4
/** Equal drops from the highest point in the circle to the lowest. */
const drops = 8

/**
 * The level lines of a model at equal drops, the one through the point among them.
 * @returns lines in pixels from the point, each inside the circle
 */
export function levelLines(model: Model, radius: number): Pair[][] {
  const half = Math.ceil(radius / cell) + 1
  const side = 2 * half + 1
  const at = (index: number) => (index - half) * cell
  const values = Array.from({ length: side ** 2 }, (_, i) =>
    model(at(i % side), at(Math.floor(i / side))),
  )
  const inside = values.filter(
    (_, i) => Math.hypot(at(i % side), at(Math.floor(i / side))) <= radius,
  )
  const [low, high] = [Math.min(...inside), Math.max(...inside)]
  const drop = (high - low) / drops
  if (!(drop > 0 && drop < Infinity)) return []
  const first = Math.ceil(low / drop)
  const count = Math.floor(high / drop) - first + 1
  const thresholds = Array.from({ length: count }, (_, i) => (first + i) * drop)
  return contours()
    .size([side, side])
    .thresholds(thresholds)(values)
    .flatMap(({ coordinates }) => coordinates.flat())
    .flatMap((ring) =>
      cut(
        ring.map(([x = 0, y = 0]): Pair => [at(x - 0.5), at(y - 0.5)]),
        radius,
      ),
    )
}

/** The parts of a line that are inside a circle around 0. */
function cut(ring: readonly Pair[], radius: number): Pair[][] {
  const parts: Pair[][] = []
  let part: Pair[] | undefined
  ring.forEach((point, i) => {
    const before = ring[i - 1]
    const [far, near] = [Math.hypot(...point), before ? Math.hypot(...before) : Infinity]
    const isIn = far <= radius
    if (isIn && !part) {
      part = before ? [between(before, point, (radius - near) / (far - near))] : []
      parts.push(part)
    }
    if (isIn) part?.push(point)
    else if (part && before) part.push(between(before, point, (radius - near) / (far - near)))
    if (!isIn) part = undefined
  })
  return parts
}

const between = ([a, b]: Pair, [c, d]: Pair, share: number): Pair => [
  a + share * (c - a),
  b + share * (d - b),
]
