// What of a drawing is in sight: of a large graph the rest is not painted while values are dragged.

import type { Size } from '../../../plot/view.ts'
import type { Layout } from '../../../state/graphs/layouts.ts'
import { type } from './sizes.ts'

/** A part of the drawing, in the units of its layout. */
export interface Sight {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  /** Type is too small to be read. */
  readonly isTiny: boolean
}

interface Placed {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** Beyond the edges of the frame, so that nothing is cut (in the units of the layout). */
const margin = 60
/** Smaller type is a grey line (in pixels). */
const readable = 4

/** @param placed one in the other, the outer one first */
export function sightOf(frame: Size, ...placed: readonly Placed[]): Sight {
  const scale = placed.reduce((all, { scale: one }) => all * one, 1)
  const inside = (at: number, axis: 'x' | 'y') =>
    placed.reduce((rest, one) => (rest - one[axis]) / one.scale, at)
  return {
    from: [inside(0, 'x') - margin, inside(0, 'y') - margin],
    to: [inside(frame.width, 'x') + margin, inside(frame.height, 'y') + margin],
    isTiny: scale * type < readable,
  }
}

/** Whether any of some points' surroundings is in sight. */
export function isInSight({ from, to }: Sight, ...points: readonly (readonly [number, number])[]) {
  const overlaps = (axis: 0 | 1) => {
    const all = points.map((point) => point[axis])
    return Math.max(...all) >= from[axis] && Math.min(...all) <= to[axis]
  }
  return overlaps(0) && overlaps(1)
}

export const placeOf = ({ nodes }: Pick<Layout, 'nodes'>, i: number) =>
  [nodes[2 * i] as number, nodes[2 * i + 1] as number] as const
