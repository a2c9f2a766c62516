// Why a step could not be taken: the line of the rule that has no value although what it reads has one.

import { numberOf } from '../../descent/recorded.ts'
import { pointAt } from '../../descent/steps.ts'
import type { Refused } from '../../descent/trace.ts'
import { namesIn } from '../../language/expression.ts'
import { constants } from '../../language/operations/names.ts'
import { culpritIn, undefinedPart } from '../../language/undefinedPart.ts'
import { theValue } from '../../loss/valueName.ts'
import { customId } from '../../optimizers/written/custom.ts'
import type { Line } from '../../rules/rule.ts'
import { bareName } from '../../rules/sequence.ts'
import { sourceOf } from '../../rules/source.ts'
import type { Evidence } from '../evidence.ts'
import { pointInWords } from './words.ts'

interface Blame {
  readonly words: string
  /** The line grew until it was no number any more; that is no reason by itself. */
  readonly isOverflow: boolean
}

/**
 * In step n + 1, which could not be taken.
 * @param isSteep there was no finite slope to begin with: no search is to blame
 */
export function blame(evidence: Evidence, refused: Refused, isSteep: boolean): Blame | undefined {
  return lineToBlame(evidence, refused) ?? (isSteep ? undefined : searchToBlame(evidence, refused))
}

function lineToBlame({ recording, run, n, d }: Evidence, refused: Refused): Blame | undefined {
  const trace = { ...recording, lines: refused.lines, supplied: refused.supplied }
  for (const [j, line] of run.rule.lines.entries()) {
    for (let i = 0; i < d; i++) {
      if (Number.isFinite(refused.lines[j]?.[n * d + i])) continue
      const lookUp = (name: string) => numberOf(sourceOf(name, run.rule, j), trace, run, n, i)
      const names = namesIn(line.value).filter((name) => !constants.has(name))
      const culprit = names.map(lookUp).every(Number.isFinite)
        ? culpritIn(line.value, lookUp)
        : undefined
      if (!culprit) continue
      const { words, dividesByZero, isUndefined } = culprit
      const does = dividesByZero
        ? `divides ${words.replace(/ divided by 0$/, '')} by 0`
        : isUndefined
          ? `has no value (${words})`
          : `is too large for a number (${words})`
      const isOverflow = !dividesByZero && !isUndefined
      return { words: `${called(line, run.optimizer.id)} ${does} in step ${n + 1}`, isOverflow }
    }
  }
  return undefined
}

/** Who wrote the rule knows its lines by number. */
const called = ({ name, row, part }: Line, optimizer: string) =>
  optimizer === customId && row !== undefined && !part
    ? `line ${row} (\`${name} = …\`)`
    : `the line of ${bareName(name)}`

/** A method that asked for f where it has no value. */
function searchToBlame({ recording, prepared, run, n, d }: Evidence, { supplied }: Refused) {
  const given = run.rule.supplied.findIndex((_, j) => !Number.isFinite(supplied[j]?.[n * d]))
  if (given < 0) return undefined
  const { expression, variables } = prepared.loss
  const { step, f, x } = recording.probes
  const at = f.findIndex((_, i) => step[i] === n && isOutside(f, x, i, d))
  if (at < 0) {
    const words = `\`${run.rule.supplied[given]?.name}\` has no value in step ${n + 1}`
    return { words, isOverflow: false }
  }
  const point = pointAt(x, at, d)
  const trouble = Number.isNaN(f[at]) ? 'has no value' : 'is infinite'
  const where = pointInWords(variables, point)
  const words = `in step ${n + 1} it looked at ${where}, where ${theValue(variables)} ${trouble} (${undefinedPart(expression, variables, point)})`
  return { words, isOverflow: false }
}

/** A point where f is not finite. */
const isOutside = (f: Float64Array, x: Float64Array, i: number, d: number) =>
  !Number.isFinite(f[i]) && pointAt(x, i, d).every(Number.isFinite)
