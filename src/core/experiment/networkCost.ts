// What a step of a training takes, known before it begins.
import { costOfIterations, costOfSlope } from '../networks/cost.ts'
import { type Architecture, sizeOf } from '../networks/network.ts'
import type { TrainingRun } from './networkRuns.ts'

/**
 * Multiplications of single precision: of the slope of a batch, as often as the run asks for one, and of what else it
 * computes in a step.
 */
export function costOfStep(
  { optimizer, settings }: TrainingRun,
  { architecture, batch }: { readonly architecture: Architecture; readonly batch: number },
): number {
  const asked = optimizer.method?.takes(settings, sizeOf(architecture))
  const iterations = optimizer.matrices
    ? costOfIterations(architecture, Number(settings.ns_steps))
    : 0
  return (
    costOfSlope(architecture, batch) * (asked?.evaluations ?? 1) +
    (asked?.operations ?? 0) +
    iterations
  )
}
