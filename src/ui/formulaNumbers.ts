// Numbers in a typeset formula: typeset once for each pattern of branches taken, then only patched.
import { namesIn } from '../core/language/expression.ts'
import type { FormulaLine } from '../core/language/formula.ts'
import { compileFunction } from '../core/language/program.ts'
import type { Role } from '../core/language/roles.ts'
import type { Source } from '../core/language/source.ts'
import { plain, steady } from '../core/number.ts'
import { fewest, figuresNeeded } from '../core/runs/figures.ts'
import { typeset } from './katex.ts'

type Katex = Parameters<typeof typeset>[0]

export interface FormulaNumbers {
  /** The recorded number in the step from k to k + 1. */
  readonly of: (source: Source, k: number) => number
  readonly held: (condition: FormulaLine['conditions'][number], k: number) => boolean
  readonly lastStep: number
}

export interface Typeset {
  /** Writes the numbers of the step from k to k + 1. */
  readonly show: (numbers: FormulaNumbers, k: number) => void
}

/** A number in the formula: where it comes from, and the text node where it stands. */
interface Slot {
  readonly source: Source
  readonly level: number
  readonly node: Text
}

interface Pattern {
  readonly element: HTMLElement
  readonly slots: readonly Slot[]
  readonly result: Slot | undefined
}

const exactFigures = 12

/** What someone set is shown as it was set; what was computed, rounded. */
const isSet = ({ of }: Source) => of === 'hyper' || of === 'lr' || of === 't'

/** A number as the formula shows it, in parentheses where its place needs them. */
function shown(
  value: number,
  { source, level }: Pick<Slot, 'source' | 'level'>,
  figures: number,
): string {
  const text = isSet(source) ? plain(value, exactFigures) : steady(value, figures)
  return levelOf(text) < level ? `(${text})` : text
}

/** How tightly a written number binds: see core/language/operations.ts. */
function levelOf(text: string): number {
  if (text.startsWith('−')) return 1
  if (text.includes('·')) return 3
  return /[⁰-⁹⁻²³]/.test(text) ? 4 : 5
}

/** Prepares the cells that show numbers. */
export function typesetNumbers(
  katex: Katex,
  lines: readonly FormulaLine[],
  cellOf: (line: number) => HTMLElement | undefined,
  roles: ReadonlyMap<string, Role>,
  nameOf: (source: Source) => string,
): Typeset {
  const patterns = lines.map(() => new Map<string, Pattern>())
  const figuresOf = lines.map(figuresOfLine)

  const pattern = (
    i: number,
    line: FormulaLine,
    decisions: readonly boolean[],
  ): Pattern | undefined => {
    const key = decisions.map(Number).join('')
    const cell = cellOf(i)
    const known = patterns[i]?.get(key)
    const made = known ?? (cell && typesetPattern(katex, line, decisions, roles, nameOf))
    if (made && !known) patterns[i]?.set(key, made)
    // The cell may be a reused one that still holds what another rule has put there.
    if (made && cell && cell.firstChild !== made.element) cell.replaceChildren(made.element)
    return made
  }

  return {
    show: function showNumbers(numbers, k) {
      lines.forEach((line, i) => {
        if (!line.numbers) return
        const decisions = line.conditions.map((condition) => numbers.held(condition, k))
        const made = pattern(i, line, decisions)
        if (!made) return
        const result = made.result ? numbers.of(made.result.source, k) : NaN
        const figures = figuresOf[i]?.(numbers, k, result) ?? fewest
        for (const slot of made.slots) write(slot, numbers.of(slot.source, k), figures)
        if (made.result) write(made.result, result, fewest)
        made.element.style.visibility = made.result && Number.isNaN(result) ? 'hidden' : ''
      })
    },
  }
}

/** Chooses the figures of a line's numbers in a step. */
function figuresOfLine({ computes }: FormulaLine) {
  if (!computes) return undefined
  const names = namesIn(computes.expression)
  const sources = names.map(computes.source)
  const compute = compileFunction(computes.expression, names)
  return (numbers: FormulaNumbers, k: number, result: number) =>
    figuresNeeded(
      compute,
      sources.map((source) => ({ value: numbers.of(source, k), exact: isSet(source) })),
      result,
    )
}

function write(slot: Slot, value: number, figures: number): void {
  const text = shown(value, slot, figures)
  if (slot.node.data !== text) slot.node.data = text
}

/** One line with its numbers as empty slots, for one pattern of branches. */
function typesetPattern(
  katex: Katex,
  line: FormulaLine,
  decisions: readonly boolean[],
  roles: ReadonlyMap<string, Role>,
  nameOf: (source: Source) => string,
): Pattern {
  const wanted: Omit<Slot, 'node'>[] = []
  const placeholder = (source: Source, level: number) => {
    const name = nameOf(source)
    const role = roles.get(name)
    const slot = wanted.push({ source, level }) - 1
    const marks = [`slot=${slot}`, `name=${name}`, role && `role=${role}`, isSet(source) && 'set=1']
    return `\\htmlData{${marks.filter(Boolean).join()}}{\\mathrm{0}}`
  }
  const decide = ({ expression }: { readonly expression: unknown }) =>
    decisions[line.conditions.findIndex((condition) => condition.expression === expression)] ??
    false
  const right = line.numbers?.({ write: placeholder, decide }) ?? ''
  const isBare = /^\\htmlData\{[^}]*\}\{\\mathrm\{0\}\}$|^\d+$/.test(right)
  const resultAt = wanted.length
  const result = line.result && !isBare ? ` = ${placeholder(line.result, 0)}` : ''
  const element = document.createElement('span')
  typeset(katex, `\\displaystyle {}= ${right}${result}`, element)
  const slots = wanted.map((slot, i): Slot => {
    const place = element.querySelector(`[data-slot="${i}"]`) as HTMLElement
    return { ...slot, node: digitIn(place) }
  })
  return { element, slots: slots.slice(0, resultAt), result: slots[resultAt] }
}

/** The text node of a placeholder. What stands beside it in the wrapper is KaTeX's spacing. */
function digitIn(place: HTMLElement): Text {
  const node = document.createTreeWalker(place, NodeFilter.SHOW_TEXT).nextNode() as Text
  node.parentElement?.setAttribute('data-number', '')
  return node
}
