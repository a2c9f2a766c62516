// labs/network/picture/: the network as a picture: units with their responses, weights as edges, live while it trains.
//
// Where the units of a network stand, from the numbers of units of its layers alone.
import type { Sheet } from '../../../plot/view.ts'

export interface Column {
  /** All its units, and the first that is drawn. */
  readonly units: number
  readonly first: number
  /** The middle of its tiles, and how wide and high each is (px). */
  readonly x: number
  readonly tile: number
  /** The middles of the units that are drawn, from the first one down. */
  readonly ys: readonly number[]
}

export interface Layout {
  /** At least the frame's; what is wider is scrolled to. */
  readonly width: number
  readonly height: number
  readonly columns: readonly Column[]
  /** From the middle of a column to that of the next. */
  readonly pitch: number
  /** The words above the columns need so much, and those below them. */
  readonly head: number
  readonly foot: number
}

interface Room extends Sheet {
  /** What the names of inputs and outputs need beside them (px). */
  readonly left: number
  readonly right: number
  /** Whether a finger has to meet the units. */
  readonly isCoarse: boolean
  /** Whether units can be added and removed here, by buttons above each layer. */
  readonly isEdited: boolean
}

/** All in ems. */
const ems = {
  head: 3.5,
  /** The line that says how many are not drawn. */
  foot: 1.6,
  largestTile: 3.6,
  /** From unit to unit: where all are to be drawn, no less; for a finger; and where not all can be drawn anyway; at most. */
  closest: 1.2,
  closestForFingers: 1.85,
  easy: 2.2,
  farthest: 5.6,
  /** From column to column, at least and at most. */
  leastPitch: 5.2,
  leastPitchForFingers: 6.4,
  leastPitchWithoutButtons: 3.5,
  mostPitch: 17,
  /** Around the outermost tiles. */
  edge: 0.4,
} as const
/** What a tile takes of its place. */
const tileShare = 0.84
/** What it may take of the way to the next column: the rest belongs to the weights. */
const tileOfPitch = 0.56

/**
 * Places all layers, the inputs' first.
 * @param sizes the units of each
 * @param firsts the first unit to be drawn of those layers where not all can be
 */
export function layoutOf(
  sizes: readonly number[],
  room: Room,
  firsts: readonly number[] = [],
): Layout {
  const em = room.text
  const [head, foot] = [ems.head * em, ems.foot * em]
  const between = Math.max(1, sizes.length - 1)
  const sides = room.left + room.right + (ems.largestTile + 2 * ems.edge) * em
  const least = leastPitch(room) * em
  const pitch = Math.min(ems.mostPitch * em, Math.max(least, (room.width - sides) / between))
  const width = Math.max(room.width, sides + between * pitch)
  const start = (width - sides - between * pitch) / 2 + room.left
  const columns = sizes.map((units, k): Column => {
    const { shown, tile, step, free } = fitted(units, room)
    const first = Math.max(0, Math.min(firsts[k] ?? 0, units - shown))
    const top = head + (free - (shown - 1) * step) / 2
    return {
      units,
      first,
      x: start + (ems.largestTile / 2 + ems.edge) * em + k * pitch,
      tile: Math.min(tile, tileOfPitch * pitch),
      ys: Array.from({ length: shown }, (_, i) => top + i * step),
    }
  })
  return { width, height: room.height, columns, pitch, head, foot }
}

/** In ems. */
function leastPitch({ isCoarse, isEdited }: Room): number {
  if (!isEdited) return ems.leastPitchWithoutButtons
  return isCoarse ? ems.leastPitchForFingers : ems.leastPitch
}

/** How many units of a layer are drawn, how large, and how far apart. */
function fitted(units: number, { height, text, isCoarse }: Room) {
  const whole = Math.max(0, height - (ems.head + ems.edge) * text)
  const closest = (isCoarse ? ems.closestForFingers : ems.closest) * text
  const isWhole = units * closest <= whole
  const free = isWhole ? whole : Math.max(0, whole - ems.foot * text)
  const shown = isWhole ? units : Math.min(units, Math.max(1, Math.floor(free / (ems.easy * text))))
  const step = Math.min(free / shown, ems.farthest * text)
  return { shown, step, tile: Math.min(step * tileShare, ems.largestTile * text), free }
}

/** The drawn units of a column, by their numbers. */
export const drawnUnits = ({ first, ys }: Column): readonly number[] => ys.map((_, i) => first + i)

/** Where a unit stands; undefined where it is not drawn. */
export function placeIn({ columns }: Layout, column: number, unit: number) {
  const { x, ys, first = 0, tile } = columns[column] ?? {}
  const y = ys?.[unit - first]
  return x === undefined || y === undefined || tile === undefined ? undefined : { x, y, tile }
}

/** Smaller tiles (in ems) have no room for the dot of a bias. */
const leastForBias = 1.5

/** Where the dot of a bias is: at the lower left of a unit. */
export const biasSpot = ({ x, tile }: Pick<Column, 'x' | 'tile'>, y: number, text: number) =>
  tile < leastForBias * text ? undefined : { x: x - tile / 2, y: y + tile / 2 }
