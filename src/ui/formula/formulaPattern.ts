// The LaTeX of a formula's numbers, before anyone knows them: a place for each, and what is to stand there.
import { type FormulaLine, numberedRows } from '../../core/formulas/formula.ts'
import { isSet } from '../../core/formulas/writtenNumber.ts'
import { column } from '../../core/language/latex/latex.ts'
import type { Role } from '../../core/rules/roles.ts'
import { coordinateOf, type Source } from '../../core/rules/source.ts'

/** A number to be shown. */
export interface Wanted {
  readonly source: Source
  readonly level: number
  /** The row of the line that it belongs to, and whose number it is. */
  readonly row: number
  readonly coordinate: number
}

/** Which of a line's conditions hold, row by row. */
export type Decisions = readonly (readonly boolean[])[]

/** What a number's place says of it: its meaning lights up with others of its name. */
export interface Marking {
  readonly roles: ReadonlyMap<string, Role>
  readonly nameOf: (source: Source) => string
}

export interface ToFill {
  readonly text: string
  readonly wanted: readonly Wanted[]
  /** From which one on they are the results. */
  readonly results: number
}

/** A line's numbers in LaTeX, from the sign on, with a zero in each place, for one pattern of branches taken. */
export function numbersToFill(
  line: FormulaLine,
  decisions: Decisions,
  { roles, nameOf }: Marking,
): ToFill {
  const wanted: Wanted[] = []
  const { rows, conditions, result } = line
  const placeholder = (source: Source, level: number, row: number) => {
    const name = nameOf(source)
    const role = roles.get(name)
    const coordinate = coordinateOf(source, rows[row]?.coordinate ?? 0)
    const slot = wanted.push({ source, level, row, coordinate }) - 1
    const marks = [`slot=${slot}`, `name=${name}`, role && `role=${role}`, isSet(source) && 'set=1']
    return `\\htmlData{${marks.filter(Boolean).join()}}{\\mathrm{0}}`
  }
  const texts = numberedRows(line, (coordinate) => {
    const row = rows.findIndex((one) => one.coordinate === coordinate)
    return {
      write: (source, level) => placeholder(source, level, row),
      decide: ({ expression }) =>
        decisions[row]?.[conditions.findIndex((one) => one.expression === expression)] ?? false,
    }
  })
  const results = wanted.length
  const ends =
    result && !texts.every(isBare) ? rows.map((_, row) => placeholder(result, 0, row)) : []
  const sides = [texts, ends].filter((side) => side.length > 0)
  // Where it is too long for a line, the next one begins with the sign.
  const text = sides.map((side) => `{}=\\nobreak ${column(side)}`).join(' \\allowbreak ')
  return { text, wanted, results }
}

/** A number alone is its own result. */
const isBare = (text: string) => /^\\htmlData\{[^}]*\}\{\\mathrm\{0\}\}$|^\d+$/.test(text)
