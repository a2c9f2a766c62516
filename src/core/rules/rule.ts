// core/rules/: update rules: lines, memory, folding, sequence, roles; they know nothing of runs.
//
// A rule is lines `name = expression`, done in order for every coordinate. Nothing is declared:
//   t  the step, from 1    x  the point    g  the gradient at x    f  the loss at x    lr  this step's learning rate
// and what a method supplies (optimizers/method.ts).
// A name read before any line assigns it is memory (a slot): it keeps its value from step to step, 0 at first or what
// a line `name_0 = …` says. A name that no line assigns is a hyper-parameter. prev(n) is n of the step before.

import type { Reading } from '../language/arithmetic.ts'
import { type Expression, namesIn } from '../language/expression.ts'
import { Mistake } from '../language/mistake.ts'
import { constants, functionNamed } from '../language/operations.ts'
import { parse } from '../language/parse.ts'

export interface Line {
  readonly name: string
  readonly value: Expression
  /** The line belongs to the schedule before the rule. */
  readonly part?: 'schedule'
  /** Between which numbers its value stays in every step, where that is known. */
  readonly within?: readonly [number, number]
  /** Where it stands in the text, from 1. */
  readonly row?: number
}

export interface Rule {
  readonly lines: readonly Line[]
  /** What slots start from, where that is not 0. */
  readonly starts: ReadonlyMap<string, Expression>
  /** What is kept from step to step, `prev(…)` included. */
  readonly slots: readonly string[]
  readonly hyper: readonly string[]
  /** Hyper-parameters that the text itself gives a value: `beta = 0.9`. */
  readonly defaults: ReadonlyMap<string, number>
  /** What differs from coordinate to coordinate. */
  readonly varying: ReadonlySet<string>
  /** What differs from step to step. */
  readonly timed: ReadonlySet<string>
  /** What is given by a method. */
  readonly supplied: readonly Supplied[]
}

/** A quantity that a rule reads and does not compute. */
export interface Supplied {
  readonly name: string
  /** How it is got, in LaTeX. */
  readonly latex: string
  /** One number for the whole point, not one for each coordinate. */
  readonly shared?: true
  /** It counts. */
  readonly whole?: true
  /** A point, not a way to go. */
  readonly place?: true
}

export const given: readonly string[] = ['t', 'x', 'g', 'f', 'lr']
const fixed = ['t', 'f']

/** n for `prev(n)`. */
export const previousOf = (name: string): string | undefined => /^prev\(([\w.]+)\)$/.exec(name)?.[1]

/** Where a slot starts, if the rule says so: n of the step before the first is where n starts. */
export const startOf = (slot: string, { starts }: Pick<Rule, 'starts'>): Expression | undefined =>
  starts.get(previousOf(slot) ?? slot)

/** Whether a line of a schedule sets a hyper-parameter of the rule after it. */
export const setsForRule = ({ name, part }: Line): boolean =>
  part === 'schedule' && !name.includes('.')

/** The steps already done: in schedules, which count from 0. */
export const isCount = (name: string): boolean => name.endsWith('.k')

/**
 * Reads a rule.
 * @throws Mistake with line and character
 */
export function parseRule(text: string, supplied: readonly Supplied[] = []): Rule {
  const rule = parseLines(text, supplied)
  if (rule.lines.some((line) => line.name === 'x')) return rule
  throw new Mistake('the rule never moves x: one line must read `x = …`', text.length, 0, {
    place: 'its end',
  })
}

/**
 * Reads lines that need not move the point.
 * @throws Mistake with line and character
 */
export function parseLines(
  text: string,
  supplied: readonly Supplied[] = [],
  reading: Reading = {},
): Rule {
  const lines: Line[] = []
  let row = 1
  let from = 0
  // A comment goes to the end of its line, semicolons included.
  const bare = text.replace(/#[^\n]*/g, (comment) => ' '.repeat(comment.length))
  for (const code of bare.split(/(\n|;)/)) {
    if (code === '\n') row++
    else if (code.trim() && code !== ';')
      lines.push(parseLine(code.trimEnd(), { row, from, whole: text, reading }))
    from += code.length
  }
  return withDeclarations(lines, supplied)
}

/** Sorts out the lines that only declare: where a slot starts, what a hyper-parameter is worth. */
function withDeclarations(all: readonly Line[], supplied: readonly Supplied[]): Rule {
  const isStart = (line: Line) =>
    line.name.endsWith('_0') &&
    remembered(all.filter((l) => l !== line)).includes(stemOf(line.name))
  const starts = all.filter(isStart)
  const begun = starts.map(({ name }) => stemOf(name))
  const isPrevious = (name: string) =>
    all.some(({ value }) => namesIn(value).some((n) => previousOf(n) === name))
  // What begins somewhere, or is asked for as it was, is memory, and its line is one like the others.
  const isDefault = ({ name, value }: Line) =>
    bareNumber(value) !== undefined &&
    ![...given, ...begun].includes(name) &&
    !isPrevious(name) &&
    all.filter((other) => other.name === name).length === 1
  const declared = all.filter((line) => !isStart(line) && isDefault(line))
  return ruleFrom(
    all.filter((line) => !isStart(line) && !isDefault(line)),
    {
      starts: new Map(starts.map((line) => [stemOf(line.name), line.value])),
      defaults: new Map(declared.map((line) => [line.name, bareNumber(line.value) as number])),
      supplied,
    },
  )
}

/** The value of a number as it is typed, with its sign. */
function bareNumber(e: Expression): number | undefined {
  if (e.kind === 'number') return e.value
  const [size] = e.kind === 'apply' && e.operation === 'neg' ? e.args : []
  return size?.kind === 'number' ? -size.value : undefined
}

const stemOf = (name: string) => name.replace(/_0$/, '')

interface Place {
  readonly row: number
  readonly from: number
  readonly whole: string
  readonly reading: Reading
}

function parseLine(code: string, { row, from, whole, reading }: Place): Line {
  const column = from - (whole.lastIndexOf('\n', from - 1) + 1)
  const wrong = (sentence: string, at: number, length: number) =>
    new Mistake(sentence, from + at, length, { place: `line ${row}, character ${column + at + 1}` })
  const [, before = '', target = '', sign = ''] =
    /^(\s*)([A-Za-z]\w*)\s*([-+*]?=)(?!=)/.exec(code) ?? []
  const indent = code.length - code.trimStart().length
  if (!target) throw wrong('a line reads `name = expression`', indent, code.trim().length)
  const complaint = complaintAbout(target)
  if (complaint) throw wrong(complaint, before.length, target.length)
  const start = code.indexOf('=') + 1
  try {
    const right = code.slice(start)
    const value = parse(right, { previous: true, ...reading })
    return {
      name: target,
      row,
      value:
        sign === '='
          ? value
          : parse(`${target} ${sign[0]} (${right})`, { previous: true, isOurs: true }),
    }
  } catch (error) {
    throw error instanceof Mistake ? wrong(error.sentence, start + error.at, error.length) : error
  }
}

function complaintAbout(target: string): string | undefined {
  if (constants.has(target)) return `\`${target}\` is a constant; choose another name`
  if (functionNamed(target) || target === 'prev')
    return `\`${target}\` is a function; choose another name`
  return fixed.includes(target)
    ? `\`${target}\` is given at each step and cannot be assigned`
    : undefined
}

/** What lines alone do not say; as a rule has it, if they come from one. */
type Besides = Partial<Pick<Rule, 'starts' | 'defaults' | 'supplied'>> & {
  /** Memory that no line here reads: someone reads it later. */
  readonly kept?: readonly string[]
  /** Memory that differs by coordinate, whatever becomes of it here. */
  readonly varied?: readonly string[]
}

/** What each name is, read off the lines themselves. */
export function ruleFrom(
  lines: readonly Line[],
  { starts = new Map(), defaults = new Map(), supplied = [], kept = [], varied = [] }: Besides = {},
): Rule {
  const assigned = new Set(lines.map((line) => line.name))
  const slots = [...new Set([...remembered(lines), ...kept])]
  const read = [...lines.map((line) => line.value), ...starts.values()].flatMap(namesIn)
  const known = [...given, ...slots, ...supplied.map(({ name }) => name)]
  const free = (n: string) =>
    !assigned.has(n) && !known.includes(n) && !previousOf(n) && !constants.has(n) && !isCount(n)
  const own = supplied.filter(({ shared }) => !shared).map(({ name }) => name)
  const moving = ['x', 'g', 'prev(x)', 'prev(g)', ...own, ...varied]
  const timed = [...known.filter((n) => n !== 'lr'), ...read.filter(isCount), ...moving]
  // A memory that starts from the point or its slope differs by coordinate, whatever becomes of it.
  const begun = [...starts].map(([name, value]) => ({ name, value }))
  return {
    lines,
    starts,
    slots,
    defaults,
    hyper: [...new Set(read)].filter(free),
    varying: reachedFrom(moving, [...lines, ...begun]),
    timed: reachedFrom(timed, lines),
    supplied,
  }
}

/** Read before any line assigns it, and assigned somewhere; or named by prev(…). */
function remembered(lines: readonly Line[]): string[] {
  const assigned = new Set<string>()
  const early = new Set<string>()
  for (const line of lines) {
    for (const n of namesIn(line.value)) if (!assigned.has(n)) early.add(n)
    assigned.add(line.name)
  }
  return [...early].filter((n) => previousOf(n) || (assigned.has(n) && !given.includes(n)))
}

function reachedFrom(sources: readonly string[], lines: readonly Line[]): Set<string> {
  const reached = new Set(sources)
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const line of lines) {
      if (namesIn(line.value).some((n) => reached.has(n) || reached.has(previousOf(n) ?? n)))
        reached.add(line.name)
    }
  }
  return reached
}
