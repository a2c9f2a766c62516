// ui/formula/: formulas: typeset once, their numbers patched.
import { type CSSProperties, useLayoutEffect, useMemo, useRef } from 'react'
import type { PlayheadSource } from '../../core/descent/playhead.ts'
import type { FormulaLine } from '../../core/formulas/formula.ts'
import type { Role } from '../../core/rules/roles.ts'
import type { Source } from '../../core/rules/source.ts'
import { wide } from '../media.ts'
import { useTurns } from '../parts/Part.tsx'
import styles from './Formula.module.css'
import { type Fit, fitFormula } from './fitFormula.ts'
import { type FormulaNumbers, typesetNumbers } from './formulaNumbers.ts'
import { type Katex, typeset, useKatex } from './katex.ts'

interface Props {
  readonly lines: readonly FormulaLine[]
  readonly roles: ReadonlyMap<string, Role>
  readonly nameOf: (source: Source) => string
  readonly numbers: FormulaNumbers
  readonly playhead: PlayheadSource
}

/** The lines of a rule, each in general and with the numbers of the step at the playhead. Hidden from screen readers. */
export function Formula({ lines, roles, nameOf, numbers, playhead }: Props) {
  const katex = useKatex()
  // One after the other, since all of it at once would hold the page: each line, the numbers of each, sizes.
  const turns = useTurns(katex !== undefined, 2 * lines.length + 1)
  const linesWithNumbers = Math.max(0, turns - lines.length)
  const isWhole = turns > 2 * lines.length
  const katexForNumbers = linesWithNumbers > 0 ? katex : undefined
  const grid = useRef<HTMLDivElement>(null)
  const cells = useMemo(() => {
    if (!katexForNumbers) return undefined
    const cell = (line: number, part: string) =>
      grid.current?.querySelector<HTMLElement>(`[data-line="${line}"] [data-part="${part}"]`) ??
      undefined
    const numbersIn = (line: number) => cell(line, 'numbers')
    return typesetNumbers(katexForNumbers, lines, numbersIn, { roles, nameOf })
  }, [katexForNumbers, lines, roles, nameOf])

  useLayoutEffect(() => {
    if (!cells) return
    let shown = -1
    const show = () => {
      const k = Math.max(0, Math.min(Math.floor(playhead.read()), numbers.lastStep))
      if (k !== shown) cells.show(numbers, k, linesWithNumbers)
      shown = k
    }
    show()
    return playhead.watch(show)
  }, [cells, numbers, playhead, linesWithNumbers])

  useLayoutEffect(() => {
    if (cells && isWhole && grid.current) return keepFitted(grid.current)
  }, [cells, isWhole])

  return (
    <>
      {!isWhole && <div className={styles.place} style={room} />}
      <div
        ref={grid}
        className={styles.formula}
        data-lines={lines.length}
        data-whole={isWhole}
        aria-hidden="true"
      >
        {lines.map(({ name, left, sign, right, rows, numbers: withNumbers, part }, i) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place
            key={i}
            className={styles.line}
            data-line={i}
            data-quantity={name}
            data-rows={rows.length}
            data-part-of={part}
            data-begins={i > 0 && part !== lines[i - 1]?.part}
          >
            <Cell katex={turns > i ? katex : undefined} className={styles.left} latex={left} />
            <span data-part="sides" className={styles.sides}>
              <Cell
                katex={turns > i ? katex : undefined}
                className={styles.right}
                latex={`\\displaystyle {}${sign} ${right}`}
              />
              {withNumbers && <span data-part="numbers" className={styles.numbers} />}
            </span>
          </div>
        ))}
      </div>
    </>
  )
}

/** Beside the plot the formula may grow to so much of the screen; elsewhere the page scrolls. */
const mostOfScreen = 0.36
const room = { '--most-of-screen': mostOfScreen } as CSSProperties

/** Fits the type now and whenever the room, the fonts or the widest numbers have changed. */
function keepFitted(grid: HTMLElement): () => void {
  let fit: Fit = { seen: new Map() }
  let frame = 0
  const update = () => fitFormula(grid, fit, wide.matches ? mostOfScreen * innerHeight : Infinity)
  const later = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(update)
  }
  // What was measured with other fonts does not count.
  const afresh = () => {
    fit = { seen: new Map() }
    later()
  }
  document.fonts.addEventListener('loadingdone', afresh)
  // Observed sizes must not be changed while they are being told: so a frame later.
  const observer = new ResizeObserver(later)
  for (const side of grid.querySelectorAll('[data-part="sides"] > *')) observer.observe(side)
  if (grid.parentElement) observer.observe(grid.parentElement)
  update()
  return () => {
    cancelAnimationFrame(frame)
    document.fonts.removeEventListener('loadingdone', afresh)
    observer.disconnect()
  }
}

interface CellProps {
  readonly katex: Katex | undefined
  readonly latex: string
  readonly className: string | undefined
}

function Cell({ katex, latex, className }: CellProps) {
  const cell = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (katex && cell.current) typeset(katex, latex, cell.current)
  }, [katex, latex])
  return <span ref={cell} className={className} />
}
