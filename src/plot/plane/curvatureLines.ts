// The lines that show how a loss bends around a point, and where the words to them may stand. In pixels from the point.

import type { LocalModels, Pair } from '../../core/analysis/localModels.ts'
import { plain } from '../../core/number.ts'
import type { Box } from '../labels/box.ts'
import { around, type LabelRequest, type Side, type Spot } from '../labels/placeLabels.ts'
import { radius, stepInPixels, towards } from './curvatureShapes.ts'

/** What is shown of the models. */
export interface Show {
  readonly ellipse: boolean
  readonly linear: boolean
  readonly quadratic: boolean
}

/** A line with the words at one of its ends; what the words are about is their class. */
export interface Named {
  readonly kind: 'bend' | 'descent' | 'newton'
  readonly text: string
  readonly from: Pair
  readonly to: Pair
  /** The loss bends down this way. */
  readonly isDown?: boolean
}

const arrowHead = 8
const spot = { size: 6, parts: [0.3, 0.45, 0.6, 0.75, 0.9, 1] }

/** A line through points. */
export const pathOf = (points: readonly Pair[]) =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`).join('')

/** The directions of the Hessian, the way down of the linear model, and the quadratic model's step. */
export function namedLines(models: LocalModels, show: Show, per: Pair): Named[] {
  const { bends, gradient, newton } = models
  const [gx, gy] = gradient
  const bend = ({ value, direction }: LocalModels['bends'][0], i: number): Named => {
    const [x, y] = towards(direction, per, radius)
    const text = `${i ? 'λ₂' : 'λ₁'} = ${plain(value)}`
    return { kind: 'bend', text, from: [-x, -y], to: [x, y], isDown: value < 0 }
  }
  // An infinite slope, as of asin at 1, has no way down to be drawn.
  const isSteep = (gx !== 0 || gy !== 0) && Number.isFinite(gx) && Number.isFinite(gy)
  return [
    ...(show.ellipse ? bends.filter(({ value }) => Number.isFinite(value)).map(bend) : []),
    ...(show.linear && isSteep
      ? [
          {
            kind: 'descent',
            text: '−g',
            from: [0, 0],
            to: towards([-gx, -gy], per, radius),
          } as const,
        ]
      : []),
    ...(show.quadratic && newton
      ? [{ kind: 'newton', text: 'Newton', from: [0, 0], to: stepInPixels(newton, per) } as const]
      : []),
  ]
}

/** The line, with a head where it is an arrow. */
export const linePath = ({ kind, from, to }: Named): string =>
  pathOf([from, to]) + (kind === 'descent' ? headOf(to) : '')

/** The head of an arrow from 0. */
function headOf([x, y]: Pair): string {
  const size = Math.hypot(x, y) / arrowHead
  const [across, down] = [x / size, y / size]
  const barb = (side: number): Pair => [
    x - across + (side * down) / 2,
    y - down - (side * across) / 2,
  ]
  return pathOf([barb(1), [x, y], barb(-1)])
}

/** The words to a line stand beyond its end, or beyond its other one if nothing else begins there. */
export const requestOf =
  (at: Pair) =>
  ({ kind, text, from, to }: Named): LabelRequest => ({
    text,
    optional: 'anywhere',
    spots: [...spotsAt(to, at), ...(kind === 'bend' ? spotsAt(from, at) : [])],
  })

function spotsAt([x, y]: Pair, [left, top]: Pair): Spot[] {
  const beside: Side = x < 0 ? 'left' : 'right'
  const over: Side = y < 0 ? 'above' : 'below'
  const order = Math.abs(x) > Math.abs(y) ? [beside, over] : [over, beside]
  return around({ x: left + x, y: top + y }, ...order)
}

/** A line as small boxes along it, for words to keep away from. */
export const shaftOf =
  ([left, top]: Pair) =>
  ({ from, to }: Named): Box[] =>
    [from, to].flatMap(([x, y]) =>
      spot.parts.map((part) => ({
        x: left + part * x - spot.size / 2,
        y: top + part * y - spot.size / 2,
        width: spot.size,
        height: spot.size,
      })),
    )
