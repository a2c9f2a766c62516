// What a schedule is: data. Its lines stand before the optimizer's in every step and set this step's learning rate lr,
// which holds the run's own before; k counts the steps already done.
import type { Entries } from '../hyper.ts'
import { parseLines } from '../rules/parseRule.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../rules/switches.ts'

export interface Schedule {
  readonly id: string
  readonly name: string
  /** The class in torch.optim.lr_scheduler, if it is there. */
  readonly torch?: string
  readonly hyper: Entries
  /** In the language; made from lists of numbers where the schedule has any, or otherwise behind a warm-up. */
  readonly rule:
    | string
    | ((lists: Readonly<Record<string, readonly number[]>>, isWarmed: boolean) => string)
  /** The lines that set the momentum, where it is cycled too. */
  readonly momentum?: string
  /** Between which numbers the momentum stays in every step, where that is sure. */
  readonly momentumWithin?: (settings: Settings) => readonly [number, number] | undefined
  /** The quantity that PyTorch takes for the optimizer's own rate, where the schedule has one: a warm-up leads to it. */
  readonly initial?: string
  /** What PyTorch refuses beyond ranges: a sentence, or nothing. */
  readonly refuses?: (settings: Settings, course: Course) => string | undefined
}

/** How a schedule is used. */
export interface Course {
  /** So many steps it leads. */
  readonly steps: number
  /** A warm-up goes before it. */
  readonly isWarmed?: boolean
}

/** Where a warm-up ends, PyTorch asks what comes after it for its rate in closed form, which divides by the steps. */
export const dividesByNone = (
  name: string,
  totalIters: number,
  { isWarmed }: Course,
): string | undefined =>
  isWarmed && totalIters === 0
    ? `Behind a warm-up ${name} needs a total_iters of at least 1`
    : undefined

export const schedule = (data: Schedule): Schedule => data

const read = new Map<string, Rule>()
const most = 64

/** The lines of a schedule, read once. */
export function linesOf(text: string): Rule {
  const rule = read.get(text) ?? parseLines(text, [], { isOurs: true })
  if (read.size >= most) read.clear()
  read.set(text, rule)
  return rule
}
