// One case: what the core, its script and the driver say, and whether that is the same.
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { type Verdict, verdict } from '../../../src/core/export/test/agreement.ts'
import type { Driven, Interpreter, Printed } from '../../../src/core/export/test/torch.ts'
import { torchScript } from '../../../src/core/export/torch/script.ts'

export interface Judged {
  /** How closely the script, and the driver, agree with the core. */
  readonly script: Verdict
  readonly driver: Verdict | { readonly uncovered: string }
}

/** Judges several experiments that can start, with one question to Python. */
export async function judge(
  experiments: readonly Experiment[],
  python: Interpreter,
): Promise<readonly Judged[]> {
  const { printed, driven } = await python.ask(experiments.map(torchScript), experiments)
  return experiments.map((experiment, i) => ({
    script: scriptVerdict(experiment, printed[i] as Printed),
    driver: driverVerdict(experiment, driven[i] as Driven),
  }))
}

function scriptVerdict(experiment: Experiment, { out, error }: Printed): Verdict {
  if (error) return { apart: `the script ends with ${error.trim().split('\n').at(-1)}` }
  return verdict(experiment, out)
}

/**
 * Python's arithmetic raises these where everyone else's goes on with ∞ or NaN, and PyTorch's line search the last where
 * the loss is not defined; until then all must agree.
 */
const raised = [
  'ZeroDivisionError',
  'OverflowError',
  'math domain error',
  'list index out of range',
]

function driverVerdict(
  experiment: Experiment,
  { out, trouble, uncovered }: Driven,
): Judged['driver'] {
  if (uncovered.length) return { uncovered: uncovered[0] as string }
  const other = trouble.find((words) => !raised.some((error) => words.includes(error)))
  if (other) return { apart: `PyTorch stops: ${other}` }
  const [isCut, isStopped] = [experiment.budget === 'evaluations', trouble.length > 0]
  const found = verdict(experiment, out, { isCut, isStopped })
  return isStopped && 'within' in found ? { uncovered: `Python raises ${trouble[0]}` } : found
}

/** Where the three part, in words. */
export function differenceOf({ script, driver }: Judged): string | undefined {
  if ('apart' in script) return `exported script: ${script.apart}`
  return 'apart' in driver ? `PyTorch itself: ${driver.apart}` : undefined
}
