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
  if (source.of === 'line') return lineNumber(source, trace, { rule, settings }, row, d, i)
  if (source.of === 't') return row + 1 - trace.began
  if (source.of === 'count') return row - trace.began
  if (source.of === 'supplied') return trace.supplied[source.index]?.[row * d + i] ?? NaN
  if (source.of === 'lr') return Number(settings.lr)
  if (source.of === 'f') return trace.f[row] ?? 0
  if (source.of === 'x') return trace.x[Math.max(0, row) * d + i] as number
  return trace.grad[row * d + i] ?? 0
}

/** The result of a line, or what its slot starts from where there was no step before. */
function lineNumber(
  { line, slot }: Extract<Source, { of: 'line' }>,
  trace: Trace,
  { rule, settings }: Pick<Run, 'rule' | 'settings'>,
  row: number,
  d: number,
  i: number,
): number {
  if (row >= trace.began) return trace.lines[line]?.[row * d + i] ?? NaN
  const start = slot === undefined ? undefined : rule.starts.get(slot)
  return start
    ? evaluate(start, (n) =>
        n === 'x' ? (trace.x[trace.began * d + i] as number) : Number(settings[n]),
      )
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
