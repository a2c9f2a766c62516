// What a link or a file says may be wrong in parts. The parts that are right still count.

import type { Experiment } from '../../core/experiment/experiment.ts'
import { isCount } from '../../core/experiment/form.ts'
import { stepsOf } from '../../core/experiment/parts.ts'
import { attempt, type Fault } from '../../core/experimentError.ts'
import { firstOf } from '../../core/quote.ts'
import { type Left, leaveOut } from './leaveOut.ts'
import { preparedOf } from './preparedOf.ts'

/** Whether a lab can show an experiment. Throws ExperimentError if not. */
export type Check = (experiment: Experiment) => void

/** A rule that could not be used, and the run that it was for. */
export interface RejectedRule {
  readonly run: number
  readonly text: string
}

export interface Mended {
  readonly experiment: Experiment
  readonly complaints: readonly string[]
  /** The text of a function that could not be used, so that it is not lost. */
  readonly rejected?: string
  readonly rejectedRule?: RejectedRule
}

/**
 * The experiment that can start and keeps as much as possible of what was said. What cannot start says all that is wrong
 * with it, and only that is left out.
 * @param otherwise what stands in where there is no function that can be used
 */
export function mend(said: Partial<Experiment>, otherwise: Experiment, check: Check): Mended {
  const complaints: string[] = []
  let left: Left = {
    said,
    hasFunction: said.f !== undefined,
    rules: (said.runs ?? []).map(({ rule }) => rule),
  }
  for (;;) {
    const whole = { ...(!left.hasFunction && otherwise), ...left.said } as Experiment
    const { experiment, complaint } = atOneOfItsSteps(whole)
    const faults: Fault[] = []
    attempt(faults, [], () => {
      check(experiment)
      preparedOf(experiment)
    })
    if (faults.length === 0) {
      const all = firstOf([...complaints, ...complaint])
      return { experiment, complaints: all, ...rejectedOf(said, left) }
    }
    complaints.push(...faults.map(({ message }) => message))
    if (Object.keys(left.said).length === 0) throw new Error('What a lab begins with cannot start')
    left = leaveOut(
      left,
      faults.flatMap(({ at }) => at),
    )
  }
}

function rejectedOf({ f }: Partial<Experiment>, { said, hasFunction, rules }: Left) {
  const run = rules.findIndex((text, i) => text !== undefined && !said.runs?.[i]?.rule)
  return {
    ...(!hasFunction && f !== undefined && { rejected: f }),
    ...(run >= 0 && { rejectedRule: { run, text: rules[run] as string } }),
  }
}

/** A step behind the last one is the last one. */
function atOneOfItsSteps(experiment: Experiment): { experiment: Experiment; complaint: string[] } {
  const [last, at = 0] = [stepsOf(experiment), experiment.at]
  if (!isCount(last) || !(at > last)) return { experiment, complaint: [] }
  return {
    experiment: { ...experiment, at: last },
    complaint: [`There is no step ${at} in ${last} steps: the last one is shown`],
  }
}
