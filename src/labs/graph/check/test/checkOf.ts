import { checkGradient, type Precision } from '../../../../core/graphs/gradientCheck.ts'
import { readGraph } from '../../../../core/graphs/graph.ts'
import type { Point } from '../../../../core/graphs/passes.ts'
import { flanksOf } from '../flanks.ts'

/** All that the bench knows of one slope. */
export function checkOf(f: string, point: Point, variable = 'x', precision: Precision = 'float64') {
  const checked = { graph: readGraph(f), point, variable, precision }
  const check = checkGradient(checked.graph, point, variable, precision)
  return { checked, check, flanks: flanksOf(check) }
}
