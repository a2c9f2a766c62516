import { criticalPoints } from '../../core/landscape/critical.ts'
import { gridOf } from '../../core/landscape/grid.ts'
import type { Area, Levels } from '../../core/landscape/landscape.ts'
import { levelsOf } from '../../core/landscape/levels.ts'
import { compileFunction } from '../../core/language/program.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { cloud } from '../../core/runs/cloud.ts'
import { areasOf, definedArea } from './areas.ts'
import type { JobTable } from './runs.ts'

/** Columns and rows of the passes: the first is there at once, the last is smooth. */
const passes = [200, 420]

/** The jobs of the worker for pictures of whole functions. */
export const landscapeJobs: JobTable<'landscape' | 'cloud'> = {
  *landscape({ f, params, region }) {
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
      const landscape = { ...grid, levels, areas, defined: definedArea(grid) }
      yield { chunk: { landscape, critical } }
    }
  },
  *cloud(spec) {
    yield { chunk: yield* cloud(spec) }
  },
}
