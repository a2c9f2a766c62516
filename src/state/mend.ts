// What a link or a file says may be wrong in parts. The parts that are right still count.

import type { HyperArgument } from '../core/hyper.ts'
import {
  defaultSteps,
  type Experiment,
  ExperimentError,
  type RunSpec,
} from '../core/runs/experiment.ts'
import { prepare } from '../core/runs/prepare.ts'

/** Whether a lab can show an experiment. Throws ExperimentError if not. */
export type Check = (experiment: Experiment) => void

export interface Mended {
  readonly experiment: Experiment
  readonly complaints: readonly string[]
  /** The text of a function that could not be used, so that it is not lost. */
  readonly rejected?: string
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
  const last = experiment.steps ?? defaultSteps
  if (experiment.at !== undefined && experiment.at > last) {
    complaints.push(`There is no step ${experiment.at} in ${last} steps: the last one is shown`)
    experiment = { ...experiment, at: last }
  }
  const [run] = runs
  if (run) experiment = withRun(experiment, run, judge, complaints)
  if (runs.length > 1) complaints.push('This version shows one run at a time: the first')
  return { experiment, complaints, ...(rejected !== undefined && { rejected }) }
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

/** The run without the arguments that are refused. */
function withRun(
  experiment: Experiment,
  { optimizer, hyper = {} }: RunSpec,
  judge: Judge,
  complaints: string[],
): Experiment {
  const having = (kept: Readonly<Record<string, HyperArgument>>): Experiment => ({
    ...experiment,
    runs: [{ optimizer, hyper: kept }],
  })
  const without = (kept: Readonly<Record<string, HyperArgument>>, key: string) =>
    Object.fromEntries(Object.entries(kept).filter(([other]) => other !== key))
  const unusable = judge(having({}))
  if (unusable) {
    complaints.push(unusable)
    return experiment
  }
  const only = (...keys: string[]) =>
    judge(having(Object.fromEntries(keys.map((key) => [key, kept[key] as HyperArgument]))))
  let kept = hyper
  for (let complaint = judge(having(kept)); complaint; complaint = judge(having(kept))) {
    complaints.push(complaint)
    const keys = Object.keys(kept)
    // Some arguments need another (Nesterov a momentum): the one that is wrong whatever goes with it is left out first.
    const wrongAnyway = (key: string) =>
      only(key) !== undefined && keys.every((other) => only(key, other) === only(key))
    const refused = keys.find((key) => !judge(having(without(kept, key)))) ?? keys.find(wrongAnyway)
    kept = without(kept, refused ?? (keys.at(-1) as string))
  }
  return having(kept)
}
