// Steps from the point of a graph: w ← w − η∇f, or whatever the optimizer makes of it.
import type { RunSpec } from '../../core/experiment/experiment.ts'
import type { PreparedGraph } from '../../core/experiment/graphExperiment.ts'
import type { Graph } from '../../core/graphs/graph.ts'
import type { Point } from '../../core/graphs/passes.ts'
import { descend } from '../../core/runs/descend.ts'
import { toItsEnd } from '../../core/work.ts'

/** Steps that were taken one after the other: an optimizer remembers those before. */
export interface Walk {
  readonly graph: Graph
  readonly run: RunSpec | undefined
  readonly from: Point
  readonly to: Point
  /** f at the start and after each step. */
  readonly values: readonly number[]
}

/**
 * One more step.
 * @param spec how the experiment says the run
 * @param before the steps that led here, if they did
 * @returns nothing where the step leads to nowhere that could be shown
 */
export function walkOn(
  { graph, point, run }: Pick<PreparedGraph, 'graph' | 'point' | 'run'>,
  spec: RunSpec | undefined,
  before: Walk | undefined,
): Walk | undefined {
  const goesOn = before?.graph === graph && before.run === spec && isSame(before.to, point)
  const from = goesOn ? before.from : point
  const steps = goesOn ? before.values.length : 1
  const { loss } = graph
  const { variables } = loss
  const start = variables.map((name) => from[name] ?? Number.NaN)
  const prepared = { loss, start, steps, budget: 'steps', noise: 0, seed: 0, runs: [run] } as const
  const { x, f } = toItsEnd(descend(prepared, run))
  if (f.length <= steps) return undefined
  const last = x.subarray(steps * variables.length)
  return {
    graph,
    run: spec,
    from,
    to: Object.fromEntries(variables.map((name, i) => [name, last[i] as number])),
    values: [...f],
  }
}

const isSame = (a: Point, b: Point) => Object.keys(b).every((name) => Object.is(a[name], b[name]))
