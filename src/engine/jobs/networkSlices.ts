// The loss of a network over a plane through its parameters, with the paths of a race on it.
import { ticks } from 'd3'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { type PreparedNetwork, prepareNetwork } from '../../core/experiment/networkPrepare.ts'
import type { Grid, Landscape, Levels } from '../../core/landscape/landscape.ts'
import { levelsOf } from '../../core/landscape/levels.ts'
import type { Floats } from '../../core/networks/floats.ts'
import { effortFor, sampled } from '../../core/networks/slices/effort.ts'
import { followed } from '../../core/networks/slices/followed.ts'
import { type Plane, type Projection, project } from '../../core/networks/slices/plane.ts'
import { principalPlane } from '../../core/networks/slices/principal.ts'
import { randomPlane } from '../../core/networks/slices/random.ts'
import { type SoFar, slice, type Window } from '../../core/networks/slices/slice.ts'
import { acrossPaths, alongPaths, windowAround } from '../../core/networks/slices/window.ts'
import { breathing, job } from '../job.ts'
import { areasOf, definedArea } from './areas.ts'

export interface NetworkSliceSpec {
  readonly experiment: NetworkExperiment
  /** For each racer all parameters at some moments, in PyTorch's order, from first to last. Views of one buffer are copied once. */
  readonly paths: readonly (readonly Floats[])[]
  /** The racer at whose last moment the plane has its center; that moment is finite. */
  readonly run: number
  readonly plane: 'random' | 'principal'
  /** What random directions are drawn from; the experiment's own where nothing is said. */
  readonly seed?: number
}

/** The picture as far as it is known. */
export interface NetworkSlice {
  /** Of all that shall be computed; 1 in the last piece. */
  readonly share: number
  readonly window: Window
  /** Of a principal plane: the share of the squared way from the center along each direction. */
  readonly explained?: readonly [number, number]
  /** One for each racer. */
  readonly paths: readonly Projection[]
  /** The points that the loss is measured by, and those that are learned from. */
  readonly measured: { readonly points: number; readonly of: number }
  /** The losses, with levels on either scale; nothing while they are as in the piece before, or not yet known. */
  readonly heights?: { readonly logarithmic: Landscape; readonly even: Landscape }
}

/** Grids up to this size are shown while they are filled, about so often for the whole slice: finer ones are for networks that are fast. */
const shownBetween = { size: 33, times: 24 }

export const jobs = {
  networkSlice: job<NetworkSliceSpec, NetworkSlice>({
    *run(spec) {
      const task = prepareNetwork(spec.experiment)
      const plane = yield* breathing(planeFor(spec, task))
      const paths = spec.paths.map((path) => project(path, plane))
      const { size, points } = effortFor(task)
      const others = paths.filter((_, k) => k !== spec.run)
      const shown = paths[spec.run] ?? { points: new Float64Array(), outside: new Float64Array() }
      const window = windowAround(shown, others, spec.plane === 'random' ? acrossPaths : alongPaths)
      const picture = {
        window,
        paths,
        ...(plane.explained && { explained: plane.explained }),
        measured: { points, of: task.dataset.training.count },
      }
      yield { chunk: { ...picture, share: 0 } }
      const heights = heightsOver(window)
      let last = 0
      for (const now of slice(sampled(task, points, task.seed), plane, { window, size })) {
        const isNew = now && (now.isWhole || (last > 0 && isDue(now, last, size)))
        if (isNew) last = now.share
        yield now && {
          chunk: { ...picture, share: now.share, ...(isNew && { heights: heights(now) }) },
        }
      }
    },
    transfers: ({ heights }) => (heights ? buffersOf(heights) : []),
  }),
}

/** Whether it is worth a look before the grid is whole. */
const isDue = (now: SoFar, last: number, size: number) =>
  size <= shownBetween.size && now.share - last >= 1 / shownBetween.times

function* planeFor(spec: NetworkSliceSpec, task: PreparedNetwork): Generator<undefined, Plane> {
  const shown = spec.paths[spec.run] ?? []
  const center = shown.at(-1)
  if (!center) throw new Error('A slice has its center where a path ends, and there is no path')
  const random = randomPlane(task.architecture, center, spec.seed ?? task.seed)
  if (spec.plane === 'random') return random
  const others = spec.paths.filter((_, k) => k !== spec.run)
  return yield* principalPlane(followed(shown, others, center), random)
}

/** What is known as heights; levels stay while a grid is filled, so that they do not flicker. */
function heightsOver(window: Window) {
  let levels: { readonly logarithmic: Levels; readonly even: Levels } | undefined
  return ({ size, values, isWhole }: SoFar) => {
    const grid: Grid = { region: window, columns: size, rows: size, values: values.slice() }
    if (isWhole || !levels) levels = { logarithmic: levelsOf(grid, [0]), even: evenLevels(grid) }
    const defined = definedArea(grid)
    const on = (those: Levels): Landscape => ({
      ...grid,
      levels: those,
      areas: [...areasOf(grid, those)],
      defined,
    })
    return { logarithmic: on(levels.logarithmic), even: on(levels.even) }
  }
}

/** About so many round levels. */
const evenCount = 16
/** The share of the picture that lies above the highest of them: walls are steep. */
const above = 0.03

function evenLevels({ values }: Grid): Levels {
  const sorted = values.filter(Number.isFinite).sort()
  const least = sorted[0] ?? Number.NaN
  const high = sorted[Math.round((1 - above) * (sorted.length - 1))] ?? Number.NaN
  const between = high > least ? ticks(least, high, evenCount).filter((level) => level > least) : []
  return { values: Float64Array.from(between), kind: 'even', floor: Number.NaN }
}

function buffersOf({ logarithmic, even }: NonNullable<NetworkSlice['heights']>) {
  const { values, defined } = logarithmic
  const areas = [defined, ...logarithmic.areas, ...even.areas]
  return [values, ...areas.flatMap(({ points, ends }) => [points, ends])]
}
