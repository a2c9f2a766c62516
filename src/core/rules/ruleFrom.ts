// A rule from its lines: they are sorted out, and what each name is follows from where it is read and written.
import { type Expression, namesIn } from '../language/expression.ts'
import { constants } from '../language/operations/names.ts'
import { given, isCount, type Line, previousOf, type Rule, type Supplied } from './rule.ts'

/** Sorts out the lines that only declare: where a slot starts, what a hyper-parameter is worth. */
export function withDeclarations(all: readonly Line[], supplied: readonly Supplied[]): Rule {
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
  const fixed = supplied.filter((one) => one.fixed).map(({ name }) => name)
  const timed = [
    ...known.filter((n) => n !== 'lr' && !fixed.includes(n)),
    ...read.filter(isCount),
    ...moving,
  ]
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
