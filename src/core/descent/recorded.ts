// The numbers that a typeset rule shows: looked up in the record, never computed again.

import type { Run } from '../experiment/prepare.ts'
import type { Sourced } from '../formulas/formula.ts'
import { evaluate } from '../language/program.ts'
import { startOf } from '../rules/rule.ts'
import { type Source, sourceOf } from '../rules/source.ts'
import type { Trace } from './trace.ts'

/** What numbers are looked up in. */
type Recorded = Pick<Trace, 'x' | 'f' | 'grad' | 'noise' | 'lines' | 'supplied'>

/** The run whose settings held in the step from k to k + 1: a branch goes on from another one. */
export const runAt = (run: Run, k: number): Run =>
  run.from && run.before && k < run.from.step ? runAt(run.before, k) : run

/** How many steps of the whole run were done when the optimizer of the step from k to k + 1 was new. */
function beganAt(run: Run, k: number): number {
  const leg = runAt(run, k)
  if (!leg.from || !leg.before || leg.from.step === 0) return 0
  const before = runAt(leg.before, leg.from.step - 1)
  return before.optimizer === leg.optimizer ? beganAt(run, leg.from.step - 1) : leg.from.step
}

/** The recorded number of a source in the step from k to k + 1, for coordinate i of d. */
export function numberOf(source: Source, trace: Recorded, run: Run, k: number, i = 0): number {
  const d = trace.x.length / trace.f.length
  const { settings } = runAt(run, k)
  if (source.of === 'hyper') return Number(settings[source.name])
  const began = beganAt(run, k)
  const row = k - source.back
  const isNew = row < began
  if (source.of === 'line') return lineNumber(source, { trace, run, k, row, began, d, i })
  if (source.of === 't') return row + 1 - began
  if (source.of === 'count') return row - began
  if (source.of === 'supplied') return trace.supplied[source.index]?.[row * d + i] ?? NaN
  if (source.of === 'lr') return Number(settings.lr)
  if (source.of === 'f') return isNew ? 0 : (trace.f[row] ?? NaN)
  if (source.of === 'x') return trace.x[Math.max(began, row) * d + i] as number
  return isNew ? 0 : seenSlope(trace, row * d + i)
}

/** The gradient as the rule saw it: with its noise. */
const seenSlope = ({ grad, noise }: Recorded, at: number): number =>
  (grad[at] ?? NaN) + (noise ? (noise[at] ?? NaN) : 0)

interface Place {
  readonly trace: Recorded
  readonly run: Run
  readonly k: number
  readonly row: number
  readonly began: number
  readonly d: number
  readonly i: number
}

/** The result of a line, or what its slot starts from where there was no step before that had it. */
function lineNumber(
  { line, slot }: Extract<Source, { of: 'line' }>,
  { trace, run, k, row, began, d, i }: Place,
): number {
  const leg = runAt(run, k)
  const recorded = row >= began ? trace.lines[line]?.[row * d + i] : undefined
  if (row >= began && recorded === undefined && trace.lines[line]) return NaN // no such step taken
  const isOlder = row < (leg.from?.step ?? 0)
  if (recorded !== undefined && !(isOlder && Number.isNaN(recorded))) return recorded
  const start = slot === undefined ? undefined : startOf(slot, leg.rule)
  // A start reads what the schedule leaves to the rule.
  const first = leg.rule.lines.findIndex(({ part }) => part === undefined)
  const lookUp = (n: string) => numberOf(sourceOf(n, leg.rule, first), trace, run, k, i)
  return start ? evaluate(start, lookUp) : 0
}

/** Whether a condition of the rule held in the step from k to k + 1. */
export const held = (
  { expression, source }: Sourced,
  trace: Trace,
  run: Run,
  k: number,
  i = 0,
): boolean => evaluate(expression, (n) => numberOf(source(n), trace, run, k, i)) !== 0
