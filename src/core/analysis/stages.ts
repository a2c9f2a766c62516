// One update told line by line, as a cartoon shows it: what each line of the formula does, in words, and what it makes.

import { numberOf } from '../descent/recorded.ts'
import type { Trace } from '../descent/trace.ts'
import type { Run } from '../experiment/prepare.ts'
import type { FormulaLine } from '../formulas/formula.ts'
import { wholeFormula } from '../formulas/stepFormula.ts'
import { number } from '../language/expression.ts'
import { plain } from '../number.ts'
import type { Rule } from '../rules/rule.ts'
import { bareName } from '../rules/sequence.ts'
import { type Source, sourceOf } from '../rules/source.ts'
import { lineInWords, say } from './stageWords.ts'
import { plainSign, type StepMoment, type Vector, vectorOf } from './vectors.ts'

export interface Stage {
  /** Which line of the formula does it. */
  readonly line: number
  readonly name: string
  readonly words: string
  /** What the line makes, where that can be drawn. */
  readonly vector?: Vector
  /** The vector's value before this line: of memory, that in the step before. */
  readonly before?: readonly [number, number]
}

/** The step from k to k + 1 of a run with one variable or two, one stage for each line of the formula; the move comes last. */
export function stagesOf(run: Run, trace: Trace, k: number): Stage[] {
  const lines = linesOf(run.rule, trace.x.length / trace.f.length)
  const stages = lines.map((line, index) => stageOf(line, index, { run, trace, k }))
  const last = stages.findLastIndex((stage) => stage.name === 'x')
  return [...stages.filter((_, i) => i !== last), ...stages.slice(last, last + 1)]
}

const known = new WeakMap<Rule, readonly FormulaLine[]>()

/** The lines of the formula. Which function descends changes none but what the gradient's line says. */
function linesOf(rule: Rule, variables: number): readonly FormulaLine[] {
  const writing =
    variables === 1
      ? ({ variables: ['x'], coordinate: 0 } as const)
      : ({ variables: ['x', 'y'], coordinate: 'all' } as const)
  const lines = known.get(rule) ?? wholeFormula(rule, number(0), writing)
  known.set(rule, lines)
  return lines
}

function stageOf({ name, result, computes }: FormulaLine, line: number, moment: StepMoment): Stage {
  const { rule } = moment.run
  const j = result?.of === 'line' ? result.line : -1
  const vector = result && vectorOf(name, result, moment)
  const before = j < 0 ? undefined : vectorOf(name, sourceOf(name, rule, j), moment)?.value
  const start = result ? undefined : rule.starts.get(name)
  const words =
    (computes && lineInWords(computes.expression, { name, j, moment })) ??
    (start ? `starts from ${say(start)}` : becomes(name, result, moment))
  const sign = plainSign(bareName(name))
  return {
    line,
    name,
    words: `${sign} ${words}`,
    ...(vector && { vector }),
    ...(before && { before }),
  }
}

/** What can be said of any line: its result. */
function becomes(name: string, result: Source | undefined, moment: StepMoment): string {
  const { run, trace, k } = moment
  const d = trace.x.length / trace.f.length
  const values = Array.from({ length: d }, (_, i) =>
    plain(result ? numberOf(result, trace, run, k, i) : NaN, 3),
  )
  const isShared = run.rule.supplied.some((given) => given.name === name && given.shared)
  const isVector = !isShared && (run.rule.varying.has(name) || result?.of === 'supplied')
  const value = isVector && d > 1 ? `(${values.join(', ')})` : values[0]
  const slope = d > 1 ? 'gradient' : 'slope'
  return result?.of === 'g' ? `is the ${slope} here: ${value}` : `becomes ${value}`
}
