// What a link or a file says may be wrong in parts. The parts that are right still count.

import type { Experiment, RunSpec } from '../../core/experiment/experiment.ts'
import { stepsOf } from '../../core/experiment/parts.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { mendRun } from './mendRun.ts'

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

/** What is wrong with an experiment, if anything. */
type Judge = (experiment: Experiment) => string | undefined

const judgeBy =
  (check: Check): Judge =>
  (experiment) => {
    try {
      check(experiment)
      prepare(experiment)
      return undefined
    } catch (error) {
      if (error instanceof ExperimentError) return error.message
      throw error
    }
  }

/**
 * The experiment that can start and keeps as much as possible of what was said.
 * @param otherwise what stands in where the function itself cannot be used
 */
export function mend(said: Partial<Experiment>, otherwise: Experiment, check: Check): Mended {
  const judge = judgeBy(check)
  const { f, params, start, runs = [], ...parts } = said
  const complaints: string[] = []
  const base = f === undefined ? otherwise : loss({ f, params, start }, judge, complaints)
  const rejected = base ? undefined : f
  let experiment: Experiment = base ?? otherwise
  for (const [key, value] of Object.entries(parts)) {
    const candidate: Experiment = { ...experiment, [key]: value }
    const complaint = judge(candidate)
    if (complaint) complaints.push(complaint)
    else experiment = candidate
  }
  const kept: RunSpec[] = []
  let rejectedRule: RejectedRule | undefined
  for (const said of runs) {
    const { run, complaints: about } = mendRun(said, (candidate) =>
      judge({ ...experiment, runs: [...kept, candidate] }),
    )
    complaints.push(...about)
    if (!run) continue
    if (said.rule !== undefined && run.rule === undefined)
      rejectedRule ??= { run: kept.length, text: said.rule }
    kept.push(run)
  }
  if (kept.length) experiment = { ...experiment, runs: kept }
  const last = stepsOf(experiment)
  if (experiment.at !== undefined && experiment.at > last) {
    complaints.push(`There is no step ${experiment.at} in ${last} steps: the last one is shown`)
    experiment = { ...experiment, at: last }
  }
  return {
    experiment,
    complaints,
    ...(rejected !== undefined && { rejected }),
    ...(rejectedRule && { rejectedRule }),
  }
}

/** Function, parameters and start belong together: an expression may need the start it came with. */
function loss(
  { f, params, start }: { f: string; params: Experiment['params']; start: Experiment['start'] },
  judge: Judge,
  complaints: string[],
): Experiment | undefined {
  const withParams = { f, ...(params && { params }) }
  const withStart = { f, ...(start && { start }) }
  const whole = { ...withParams, ...withStart }
  const complaint = judge(whole)
  if (complaint) complaints.push(complaint)
  return [whole, withParams, withStart, { f }].find((candidate) => !judge(candidate))
}
