// Numbers in a typeset formula: typeset once for each pattern of branches taken, then only patched.
import type { FormulaLine } from '../core/language/formula.ts'
import type { Role } from '../core/language/roles.ts'
import type { Source } from '../core/language/source.ts'
import { fewest } from '../core/runs/figures.ts'
import { figuresFor, isSet, shown } from '../core/runs/shown.ts'
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

/** Prepares the cells that show numbers. */
export function typesetNumbers(
  katex: Katex,
  lines: readonly FormulaLine[],
  cellOf: (line: number) => HTMLElement | undefined,
  roles: ReadonlyMap<string, Role>,
  nameOf: (source: Source) => string,
): Typeset {
  const patterns = lines.map(() => new Map<string, Pattern>())
  const figuresOf = lines.map(figuresFor)

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
        const figures = figuresOf[i]?.((source) => numbers.of(source, k), result) ?? fewest
        const values = made.slots.map(({ source }) => numbers.of(source, k))
        for (const [j, slot] of made.slots.entries()) write(slot, values[j] as number, figures)
        if (made.result) write(made.result, result, fewest)
        const isUnknown = [...values, ...(made.result ? [result] : [])].some(Number.isNaN)
        made.element.style.visibility = isUnknown ? 'hidden' : ''
      })
    },
  }
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
