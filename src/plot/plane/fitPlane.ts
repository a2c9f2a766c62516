// Which part of the plane shows runs of two variables: the function's own domain, widened until the paths fit, with one
// scale for both variables, so that gradients stand upright on level lines.

import { extent } from 'd3'
import type { Outcome } from '../../core/descent/trace.ts'
import type { Interval } from '../../core/experiment/experiment.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import type { Region } from '../../core/landscape/landscape.ts'
import { doublings, mostDoublings } from '../fitWindow.ts'
import type { PlotPath } from '../paths/plotPath.ts'
import type { Margins, Size } from '../view.ts'

const usual: readonly [number, number] = [-5, 5]

interface Walked {
  readonly path: Pick<PlotPath, 'x' | 'y'>
  readonly kind: Outcome['kind']
}

/**
 * The domain of a function of two variables, as many times doubled as its paths need.
 * @param asked what of it is asked for. Where only across is, nothing is asked for up, but where its middle is
 */
export function fitPlane(
  prepared: Prepared,
  runs: readonly Walked[],
  [across, up]: readonly Interval[] = [],
): Region {
  const all = planeFor(prepared, runs)
  if (!across) return all
  const middle = (all.y[0] + all.y[1]) / 2
  return { x: across, y: up ?? [middle, middle] }
}

function planeFor({ loss, start }: Prepared, runs: readonly Walked[]): Region {
  const [x = usual, y = usual] = loss.entry?.domain ?? []
  const needed = (domain: readonly [number, number], values: readonly number[]) =>
    Math.max(...doublings(domain, values))
  const own = Math.max(needed(x, [start[0] as number]), needed(y, [start[1] as number]))
  const times = runs.map(({ path, kind }) => ({
    isLeaving: kind === 'diverged',
    needed: Math.max(
      needed(x, extent(path.x) as [number, number]),
      needed(y, extent(path.y) as [number, number]),
    ),
  }))
  const staying = Math.max(own, ...times.flatMap((run) => (run.isLeaving ? [] : [run.needed])))
  // What leaves is followed a long way, but not so far that the others could not be seen any more.
  const isAlone = times.every(({ isLeaving }) => isLeaving)
  const farthest = staying + (isAlone ? mostDoublings : 1)
  const all = times.map((run) => Math.min(farthest, run.needed))
  const factor = 2 ** Math.max(staying, ...all)
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
