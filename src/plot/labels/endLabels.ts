// The names of racers: at the ends of their paths until they run, then beside their balls. Near where there is room,
// else further out with a leader line. Who leaves the picture is named at its edge, with where it goes.
import { plain } from '../../core/number.ts'
import type { PlotPath } from '../paths/plotPath.ts'
import { pixelsAt } from '../paths/trail.ts'
import type { View } from '../view.ts'
import { type Box, boxAround, boxBeside, drawingArea, isInside, movedInside } from './box.ts'
import { coverage, covered, isBuried, type LabelSpace } from './placeLabels.ts'
import { sizeOf } from './textSize.ts'

/** A path with its name. */
export interface Named {
  readonly path: Pick<PlotPath, 'x' | 'y'>
  /** Nothing for a path that is alone. */
  readonly text: string
  /** The racer; nothing for what only stands beside one: it has no ball. */
  readonly run?: number
}

export interface EndLabel {
  readonly run: number | undefined
  readonly text: string
  /** What it names. */
  readonly x: number
  readonly y: number
  readonly box: Box
  /** The label is too far away to be read without a line. */
  readonly isFar: boolean
  /** Where the path leaves the picture: its direction in degrees. */
  readonly leaves?: number
}

interface Place {
  readonly view: View
  readonly space: LabelSpace
  /** What must stay free. */
  readonly taken: readonly Box[]
  /** At 0 the names stand at the ends of the whole paths. */
  readonly playhead: number
  /** Where each name stood last, as a spot around its point: while it is free there it stays, so that it does not jump. */
  readonly last?: Map<Named, number>
}

/** How far off, in ems. */
const gaps = [0.8, 2, 3.2, 4.5, 6, 7.6, 9.3, 11.3, 13.5]
const directions = [
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
] as const
const spots = gaps.flatMap((gap) => directions.map((direction) => ({ gap, direction })))
const ballSize = 14
/** In square pixels of covered lines: what a ring further out costs. */
const perRing = 160

/** Places the names one after the other. */
export function endLabels(paths: readonly Named[], place: Place): EndLabel[] {
  const { view, space, taken, playhead, last } = place
  const area = drawingArea(view)
  const ends = paths.flatMap((named) => {
    const isRunning = playhead > 0 && named.run !== undefined
    const end = endOf(named.path, view, isRunning ? playhead : Number.POSITIVE_INFINITY)
    const text = [named.text, end?.value !== undefined && `→ ${plain(end.value, 1)}`]
    return end ? [{ named, end, text: text.filter(Boolean).join(' ') }] : []
  })
  const boxes = [...taken, ...ends.map(({ end }) => boxAround(end.at, ballSize))]
  return ends.flatMap(({ named, end, text }) => {
    if (!text) return []
    const [x, y] = end.at
    const size = sizeOf(text, space.fontSize)
    const boxAtSpot = (spot: number) => {
      const { gap, direction } = spots[spot] as (typeof spots)[number]
      return movedInside(boxBeside({ x, y }, size, direction, gap * space.fontSize), area)
    }
    const cost = (spot: number) => {
      const box = boxAtSpot(spot)
      if (isBuried(box, boxes)) return Number.POSITIVE_INFINITY
      return coverage(box, boxes, space.ink) + perRing * Math.floor(spot / directions.length)
    }
    const before = last?.get(named)
    const stays = before !== undefined && covered(boxAtSpot(before), boxes) === 0
    const spot = stays ? before : cheapest(cost)
    last?.set(named, spot)
    const box = boxAtSpot(spot)
    if (isBuried(box, boxes)) return []
    boxes.push(box)
    const { run } = named
    const leaves = end.direction
    return [
      {
        run,
        text,
        x,
        y,
        box,
        isFar: spot >= directions.length,
        ...(leaves !== undefined && { leaves }),
      },
    ]
  })
}

function cheapest(costOf: (spot: number) => number): number {
  const costs = spots.map((_, spot) => costOf(spot))
  return costs.indexOf(Math.min(...costs))
}

interface End {
  /** In pixels. */
  readonly at: readonly [number, number]
  /** Of the way out of the picture, in degrees. */
  readonly direction?: number
  /** Where it is then, on the axis over whose end it goes. */
  readonly value?: number
}

/** Where a path is at a playhead, or where it has left the picture; nothing if it never was in it. */
function endOf(path: Named['path'], view: View, playhead: number): End | undefined {
  const area = drawingArea(view)
  const now = Math.min(playhead, path.y.length - 1)
  const at = pixelsAt(path, view, now)
  if (isInside(area, at)) return { at }
  for (let k = Math.ceil(now) - 1; k >= 0; k--) {
    const from = pixelsAt(path, view, k)
    if (isInside(area, from)) return exit(path, area, from, { view, next: k + 1, now })
  }
  return undefined
}

function exit(
  path: Named['path'],
  area: Box,
  from: readonly [number, number],
  { view, next, now }: { readonly view: View; readonly next: number; readonly now: number },
): End {
  const to = pixelsAt(path, view, next)
  const [across, down] = [to[0] - from[0], to[1] - from[1]]
  if (!Number.isFinite(across + down)) return { at: from }
  const reach = (start: number, by: number, least: number, size: number) =>
    by === 0 ? Number.POSITIVE_INFINITY : (least + (by > 0 ? size : 0) - start) / by
  const parts = [
    reach(from[0], across, area.x, area.width),
    reach(from[1], down, area.y, area.height),
  ] as const
  const part = Math.min(...parts)
  const column = parts[0] <= parts[1] ? path.x : path.y
  return {
    at: [from[0] + part * across, from[1] + part * down],
    direction: (Math.atan2(down, across) * 180) / Math.PI,
    value: column[Math.floor(now)] as number,
  }
}
