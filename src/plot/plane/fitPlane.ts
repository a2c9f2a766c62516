// Which part of the plane shows runs of two variables: the function's own domain, widened until the paths fit that do not
// go too far, with one scale for both variables, so that gradients stand upright on level lines.

import { extent } from 'd3'
import type { Interval } from '../../core/experiment/experiment.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import type { Region } from '../../core/landscape/landscape.ts'
import { doublings, mostFor } from '../fitWindow.ts'
import type { PlotPath } from '../paths/plotPath.ts'
import type { Margins, Size } from '../view.ts'

const usual: readonly [number, number] = [-5, 5]

type Path = Pick<PlotPath, 'x' | 'y'>

/**
 * The domain of a function of two variables, as many times doubled as its paths need.
 * @param asked what of it is asked for. Where only across is, nothing is asked for up, but where its middle is
 */
export function fitPlane(
  prepared: Prepared,
  paths: readonly Path[],
  [across, up]: readonly Interval[] = [],
): Region {
  const all = planeFor(prepared, paths)
  if (!across) return all
  const middle = (all.y[0] + all.y[1]) / 2
  return { x: across, y: up ?? [middle, middle] }
}

function planeFor({ loss, start }: Prepared, paths: readonly Path[]): Region {
  const [x = usual, y = usual] = loss.entry?.domain ?? []
  const needed = (...at: readonly [ArrayLike<number>, ArrayLike<number>]) =>
    Math.max(...doublings(x, at[0]), ...doublings(y, at[1]))
  const own = needed(start.slice(0, 1), start.slice(1))
  const all = paths.map((path) =>
    Math.min(
      mostFor(own, needed(path.x.slice(-1), path.y.slice(-1))),
      needed(extent(path.x) as number[], extent(path.y) as number[]),
    ),
  )
  const factor = 2 ** Math.max(own, ...all)
  const widened = ([from, to]: readonly [number, number]): [number, number] => {
    const [middle, half] = [(from + to) / 2, ((to - from) / 2) * factor]
    return [middle - half, middle + half]
  }
  return { x: widened(x), y: widened(y) }
}

/** A region with more of it at two sides, so that a unit is as long across as it is up. */
export function evenScaled({ x, y }: Region, size: Size, margins: Margins): Region {
  const width = Math.max(1, size.width - margins.left - margins.right)
  const height = Math.max(1, size.height - margins.top - margins.bottom)
  const unit = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height)
  const around = ([from, to]: readonly [number, number], pixels: number): [number, number] => {
    const middle = (from + to) / 2
    return [middle - (unit * pixels) / 2, middle + (unit * pixels) / 2]
  }
  return { x: around(x, width), y: around(y, height) }
}
