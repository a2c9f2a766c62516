// What the controls of a graph do: pure functions from experiment to experiment.
import type { RunSpec } from '../../core/experiment/experiment.ts'
import { type GraphExperiment, usualRun } from '../../core/experiment/graphExperiment.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { readGraph } from '../../core/graphs/graph.ts'
import type { Point } from '../../core/graphs/passes.ts'

type Edit = (experiment: GraphExperiment) => GraphExperiment

/**
 * A typed expression: variables that it still has stay where they are.
 * @param before where variables were that it had before: on the way to another text some of them are missing
 */
export const typeExpression =
  (f: string, before: Point = {}): Edit =>
  ({ at: _, ...experiment }) => {
    const { start, ...others } = experiment
    const kept = Object.entries({ ...before, ...start }).filter(([name]) =>
      variablesOf(f)?.includes(name),
    )
    return { ...others, f, ...(kept.length && { start: Object.fromEntries(kept) }) }
  }

/** None where the text cannot be read: whoever checks the experiment says why. */
function variablesOf(f: string): readonly string[] | undefined {
  try {
    return readGraph(f).loss.variables
  } catch (error) {
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}

export const setPoint =
  (point: Point): Edit =>
  (experiment) => ({ ...experiment, start: point })

export const setVariable =
  (name: string, value: number): Edit =>
  (experiment) => ({ ...experiment, start: { ...experiment.start, [name]: value } })

/** Other steps from here, by another optimizer or learning rate. */
export const setRun =
  (change: (run: RunSpec) => RunSpec): Edit =>
  (experiment) => ({ ...experiment, run: change(experiment.run ?? usualRun) })
