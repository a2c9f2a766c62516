// Numbers in a typeset formula: typeset once for each pattern of branches taken, then only patched.

import { fewest } from '../../core/formulas/figures.ts'
import type { FormulaLine } from '../../core/formulas/formula.ts'
import { figuresFor, shown } from '../../core/formulas/writtenNumber.ts'
import type { Source } from '../../core/rules/source.ts'
import { type Decisions, type Marking, numbersToFill, type Wanted } from './formulaPattern.ts'
import { type Katex, typeset } from './katex.ts'

export interface FormulaNumbers {
  /** The recorded number in the step from k to k + 1, for a coordinate. */
  readonly of: (source: Source, k: number, coordinate: number) => number
  readonly held: (
    condition: FormulaLine['conditions'][number],
    k: number,
    coordinate: number,
  ) => boolean
  readonly lastStep: number
}

export interface Typeset {
  /** Writes the numbers of the step from k to k + 1, into so many lines. */
  readonly show: (numbers: FormulaNumbers, k: number, upTo: number) => void
}

/** A number in the formula: what it is, and the text node where it stands. */
interface Slot extends Wanted {
  readonly node: Text
}

interface Pattern {
  readonly element: HTMLElement
  readonly slots: readonly Slot[]
  /** One for each row, or none where the numbers are the result. */
  readonly results: readonly Slot[]
}

/** Prepares the cells that show numbers. */
export function typesetNumbers(
  katex: Katex,
  lines: readonly FormulaLine[],
  cellOf: (line: number) => HTMLElement | undefined,
  marking: Marking,
): Typeset {
  const patterns = lines.map(() => new Map<string, Pattern>())
  const figuresOf = lines.map(figuresFor)

  const pattern = (i: number, line: FormulaLine, decisions: Decisions): Pattern | undefined => {
    const key = decisions.flat().map(Number).join('')
    const cell = cellOf(i)
    const known = patterns[i]?.get(key)
    const made = known ?? (cell && typesetPattern(katex, line, decisions, marking))
    if (made && !known) patterns[i]?.set(key, made)
    // The cell may be a reused one that still holds what another rule has put there.
    if (made && cell && cell.firstChild !== made.element) cell.replaceChildren(made.element)
    return made
  }

  return {
    show: function showNumbers(numbers, k, upTo) {
      lines.slice(0, upTo).forEach((line, i) => {
        if (!line.numbers) return
        const decisions = line.rows.map(({ coordinate }) =>
          line.conditions.map((condition) => numbers.held(condition, k, coordinate)),
        )
        const made = pattern(i, line, decisions)
        if (made) patch(made, line, figuresOf[i], (source, at) => numbers.of(source, k, at))
      })
    },
  }
}

/** Writes the numbers of a step into a pattern; a step that has not all of them leaves it empty. */
function patch(
  { element, slots, results }: Pattern,
  { rows }: FormulaLine,
  figuresOf: ReturnType<typeof figuresFor>,
  of: (source: Source, coordinate: number) => number,
): void {
  const valueIn = ({ source, coordinate }: Slot) => of(source, coordinate)
  const ends = results.map(valueIn)
  const figures = rows.map(
    ({ coordinate }, row) =>
      figuresOf?.((source) => of(source, coordinate), ends[row] ?? NaN) ?? fewest,
  )
  const values = slots.map(valueIn)
  for (const [j, slot] of slots.entries()) write(slot, values[j] as number, figures[slot.row])
  for (const [j, slot] of results.entries()) write(slot, ends[j] as number, fewest)
  const isUnknown = [...values, ...ends].some(Number.isNaN)
  element.style.visibility = isUnknown ? 'hidden' : ''
}

function write(slot: Slot, value: number, figures = fewest): void {
  const text = shown(value, slot, figures)
  if (slot.node.data !== text) slot.node.data = text
}

/** One line with its numbers as empty slots, for one pattern of branches. */
function typesetPattern(
  katex: Katex,
  line: FormulaLine,
  decisions: Decisions,
  marking: Marking,
): Pattern {
  const { text, wanted, results } = numbersToFill(line, decisions, marking)
  const element = document.createElement('span')
  typeset(katex, `\\displaystyle ${text}`, element)
  const slots = wanted.map((slot, i): Slot => {
    const place = element.querySelector(`[data-slot="${i}"]`) as HTMLElement
    return { ...slot, node: digitIn(place) }
  })
  return { element, slots: slots.slice(0, results), results: slots.slice(results) }
}

/** The text node of a placeholder. What stands beside it in the wrapper is KaTeX's spacing. */
function digitIn(place: HTMLElement): Text {
  const node = document.createTreeWalker(place, NodeFilter.SHOW_TEXT).nextNode() as Text
  node.parentElement?.setAttribute('data-number', '')
  return node
}
