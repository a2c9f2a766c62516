// The numbers that a typeset rule shows: looked up in the record, never computed again.
import type { Sourced } from '../language/formula.ts'
import { evaluate } from '../language/program.ts'
import type { Source } from '../language/source.ts'
import type { Run } from './prepare.ts'
import type { Trace } from './trace.ts'

/** The recorded number of a source in the step from k to k + 1, for coordinate i of d. */
export function numberOf(
  source: Source,
  trace: Trace,
  { rule, settings }: Run,
  k: number,
  i = 0,
): number {
  const d = trace.x.length / trace.f.length
  if (source.of === 'hyper') return Number(settings[source.name])
  const row = k - source.back
  if (source.of === 'line') return lineNumber(source, trace, { rule, settings }, row * d + i, i)
  if (source.of === 't') return row + 1
  if (source.of === 'lr') return trace.lr[row] ?? Number(settings.lr)
  if (source.of === 'f') return trace.f[row] ?? 0
  if (source.of === 'x') return trace.x[Math.max(0, row) * d + i] as number
  return trace.grad[row * d + i] ?? 0
}

/** The result of a line, or what its slot starts from where there was no step before. */
function lineNumber(
  { line, slot }: Extract<Source, { of: 'line' }>,
  trace: Trace,
  { rule, settings }: Pick<Run, 'rule' | 'settings'>,
  index: number,
  i: number,
): number {
  if (index >= 0) return trace.lines[line]?.[index] ?? NaN
  const start = slot === undefined ? undefined : rule.starts.get(slot)
  return start
    ? evaluate(start, (n) => (n === 'x' ? (trace.x[i] as number) : Number(settings[n])))
    : 0
}

/** Whether a condition of the rule held in the step from k to k + 1. */
export const held = (
  { expression, source }: Sourced,
  trace: Trace,
  run: Run,
  k: number,
  i = 0,
): boolean => evaluate(expression, (n) => numberOf(source(n), trace, run, k, i)) !== 0
