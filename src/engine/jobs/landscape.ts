// The pictures of whole functions of two variables.
import { criticalPoints } from '../../core/landscape/critical.ts'
import { gridOf } from '../../core/landscape/grid.ts'
import type {
  Area,
  CriticalPoint,
  Landscape,
  Levels,
  Region,
} from '../../core/landscape/landscape.ts'
import { levelsOf } from '../../core/landscape/levels.ts'
import { compileFunction } from '../../core/language/program.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { type Cloud, type CloudSpec, cloud } from '../../core/studies/cloud.ts'
import { job } from '../job.ts'
import { areasOf, definedArea } from './areas.ts'

/** Columns and rows of the passes: the first is there at once, the last is smooth. */
const passes = [200, 420]

interface LandscapeSpec {
  readonly f: string
  readonly params?: Readonly<Record<string, number>>
  readonly region: Region
}

/** A function from above, and where its slope is 0. */
interface Seen {
  readonly landscape: Landscape
  readonly critical: readonly CriticalPoint[]
}

export const jobs = {
  /** The heights of a function of two variables, from coarse to fine. */
  landscape: job<LandscapeSpec, Seen>({
    *run({ f, params, region }) {
      const loss = readLoss(f, params)
      const { expression, variables } = loss
      const critical = criticalPoints(loss, region)
      yield undefined
      const value = compileFunction(expression, variables)
      const lowest = [...loss.minima.map((at) => value(...at)), ...critical.map(({ f }) => f)]
      let levels: Levels | undefined
      for (const size of passes) {
        const grid = gridOf(expression, variables, region, size, size)
        // Those of the first pass: lines become smoother, but do not move.
        levels ??= levelsOf(grid, lowest)
        yield undefined
        const areas: Area[] = []
        for (const area of areasOf(grid, levels)) {
          areas.push(area)
          yield undefined
        }
        yield {
          chunk: { landscape: { ...grid, levels, areas, defined: definedArea(grid) }, critical },
        }
      }
    },
    transfers: ({ landscape: { values, areas, defined } }) => [
      values,
      ...[defined, ...areas].flatMap(({ points, ends }) => [points, ends]),
    ],
  }),

  /** A noisy run many times, each with other noise. */
  cloud: job<CloudSpec, Cloud>({
    *run(spec) {
      yield { chunk: yield* cloud(spec) }
    },
    transfers: ({ paths, mean, spread, f, fSpread }) => [...paths, mean, spread, f, fSpread],
  }),
}
