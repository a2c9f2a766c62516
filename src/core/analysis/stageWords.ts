// What a line of a rule does, in plain words read off its shape: what it keeps, what it takes, what it becomes.

import { numberOf } from '../descent/recorded.ts'
import { apply, type Expression, name, namesIn } from '../language/expression.ts'
import { print } from '../language/print.ts'
import { evaluate } from '../language/program.ts'
import { rewrite, simplify } from '../language/simplify.ts'
import { distinct, plain } from '../number.ts'
import { previousOf } from '../rules/rule.ts'
import { sourceOf } from '../rules/source.ts'
import { plainSign, type StepMoment } from './vectors.ts'

/** A line that is told. */
export interface StageContext {
  readonly name: string
  readonly j: number
  readonly moment: StepMoment
}

/** What a line does, by its shape; nothing where that would not be plain words. */
export function lineInWords(line: Expression, told: StageContext): string | undefined {
  const { name: own, j, moment } = told
  const { rule } = moment.run
  if (!rule.varying.has(own)) return undefined
  const value = rewrite([line], (e) => branchOf(e, told))(line)
  const words = choice(value, name(own)) ?? sum(value, told, j === rule.lines.findLastIndex(movesX))
  return /where\(|NaN|undefined|∞/.test(words) ? undefined : words
}

const movesX = ({ name }: { readonly name: string }) => name === 'x'

/** One of two. */
function choice(e: Expression, self: Expression): string | undefined {
  if (e.kind !== 'apply') return undefined
  const [a, b, c] = e.args.map((arg) => (arg === self ? 'itself' : say(arg)))
  if (e.operation === 'where') return `is ${say(e.args[1] as Expression)} if ${a}, else ${c}`
  const word = new Map([
    ['max', 'larger'],
    ['min', 'smaller'],
  ]).get(e.operation)
  return word && !c ? `becomes the ${word} of ${a} and ${b}` : undefined
}

function sum(value: Expression, told: StageContext, isStep: boolean): string {
  const self = name(told.name)
  const addends = addendsOf(value)
  const others = addends.filter((e) => e !== self)
  if (isStep && others.length < addends.length)
    return others.length ? `moves by ${listed(others.map(signed))}` : 'stays'
  const shares = addends.map((e) => shareOf(e, told))
  const taken = shares.filter(({ of }) => of !== self).map(amount)
  if (taken.length === shares.length) return `is ${listed(taken)}`
  const kept = shares.reduce((all, { times, of }) => (of === self ? all + times : all), 0)
  const keeps = `keeps ${kept === 1 ? 'all' : distinct(kept, 1)} of itself`
  return taken.length ? `${keeps} and takes ${listed(taken)}` : keeps
}

/** Of a choice that is the same in both coordinates, the branch that is taken. */
function branchOf(e: Expression, told: StageContext): Expression | undefined {
  if (e.kind !== 'apply' || e.operation !== 'where') return undefined
  const [condition, yes, no] = e.args as [Expression, Expression, Expression]
  const decision = sharedValue(condition, told)
  return decision === undefined ? undefined : decision ? yes : no
}

/** The value of what does not differ by coordinate. */
function sharedValue(e: Expression, { j, moment }: StageContext): number | undefined {
  const { run, trace, k } = moment
  if (namesIn(e).some((n) => run.rule.varying.has(previousOf(n) ?? n))) return undefined
  return evaluate(e, (n) => numberOf(sourceOf(n, run.rule, j), trace, run, k))
}

function addendsOf(e: Expression): Expression[] {
  if (e.kind !== 'apply') return [e]
  const [a, b] = e.args as [Expression, Expression]
  if (e.operation === 'add') return [...addendsOf(a), ...addendsOf(b)]
  if (e.operation !== 'sub') return [e]
  return [...addendsOf(a), ...addendsOf(b).map((addend) => simplify('neg', addend))]
}

/** A number times what differs by coordinate. */
interface Share {
  readonly times: number
  readonly of?: Expression
}

function shareOf(e: Expression, told: StageContext): Share {
  const value = sharedValue(e, told)
  if (value !== undefined) return { times: value }
  const whole = { times: 1, of: e }
  if (e.kind !== 'apply') return whole
  const [a, b] = e.args as [Expression, Expression]
  const [left, right] = e.args.map((arg) => sharedValue(arg, told))
  const part = (of: Expression, by: number): Share => {
    const share = shareOf(of, told)
    return { ...share, times: share.times * by }
  }
  if (e.operation === 'neg') return part(a, -1)
  if (e.operation === 'mul' && left !== undefined) return part(b, left)
  if (e.operation === 'mul' && right !== undefined) return part(a, right)
  return e.operation === 'div' && right !== undefined ? part(a, 1 / right) : whole
}

function amount({ times, of }: Share): string {
  if (!of) return plain(times)
  if (Math.abs(times) === 1) return `${times < 0 ? '−' : ''}${say(of, 3)}`
  const isShort = of.kind === 'name' || (of.kind === 'apply' && of.operation === 'pow')
  return `${plain(times)} ${isShort && times > 0 && times < 1 ? 'of' : '×'} ${say(of, 3)}`
}

const signed = (e: Expression): string =>
  e.kind === 'apply' && e.operation === 'neg' ? `−${say(e.args[0] as Expression, 3)}` : say(e, 3)

/** Addends in a row. */
const listed = (texts: readonly string[]): string => texts.join(' + ').replaceAll(' + −', ' − ')

/** Factors one after the other, without parentheses. */
function inARow(e: Expression): Expression | undefined {
  if (e.kind !== 'apply' || e.operation !== 'mul') return undefined
  const [a, b] = e.args as [Expression, Expression]
  if (b.kind !== 'apply' || (b.operation !== 'mul' && b.operation !== 'div')) return e
  const [first, second] = b.args as [Expression, Expression]
  const before = apply('mul', a, first)
  return apply(b.operation, inARow(before) ?? before, second)
}

/** An expression as people write it, where one of this level fits (operations.ts). */
export const say = (e: Expression, level = 0): string =>
  print(rewrite([e], inARow, apply)(e), level)
    .replace(/prev\((\w+)\)/g, 'the last $1')
    .replace(/sqrt\((\w+)\)/g, '√$1')
    .replaceAll('sqrt(', '√(')
    .replace(/abs\((\w+)\)/g, '|$1|')
    .replaceAll('^2', '²')
    .replaceAll('*', ' × ')
    .replaceAll('-', '−')
    .replace(/\w+/g, plainSign)
