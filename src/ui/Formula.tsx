import { useLayoutEffect, useMemo, useRef } from 'react'
import type { FormulaLine } from '../core/language/formula.ts'
import type { Role } from '../core/language/roles.ts'
import type { Source } from '../core/language/source.ts'
import type { PlayheadSource } from '../core/runs/playhead.ts'
import styles from './Formula.module.css'
import { type FormulaNumbers, typesetNumbers } from './formulaNumbers.ts'
import { typeset, useKatex } from './katex.ts'

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
  const grid = useRef<HTMLDivElement>(null)
  const cells = useMemo(() => {
    if (!katex) return undefined
    const cell = (line: number, part: string) =>
      grid.current?.querySelector<HTMLElement>(`[data-line="${line}"] [data-part="${part}"]`) ??
      undefined
    return typesetNumbers(katex, lines, (line) => cell(line, 'numbers'), roles, nameOf)
  }, [katex, lines, roles, nameOf])

  useLayoutEffect(() => {
    if (!cells) return
    let shown = -1
    const show = () => {
      const k = Math.max(0, Math.min(Math.floor(playhead.read()), numbers.lastStep))
      if (k !== shown) cells.show(numbers, k)
      shown = k
    }
    show()
    return playhead.watch(show)
  }, [cells, numbers, playhead])

  useLayoutEffect(() => {
    const element = grid.current
    if (!cells || !element) return
    const observer = new ResizeObserver(() => arrange(element))
    observer.observe(element)
    return () => observer.disconnect()
  }, [cells])

  return (
    <div ref={grid} className={styles.formula} data-lines={lines.length} aria-hidden="true">
      {lines.map(({ name, left, sign, right, numbers: withNumbers }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place
        <div key={i} className={styles.line} data-line={i} data-quantity={name}>
          <Cell className={styles.left} latex={left} />
          <span data-part="sides" className={styles.sides}>
            <Cell className={styles.right} latex={`\\displaystyle {}${sign} ${right}`} />
            {withNumbers && <span data-part="numbers" className={styles.numbers} />}
          </span>
        </div>
      ))}
    </div>
  )
}

function Cell({
  latex,
  className,
}: {
  readonly latex: string
  readonly className: string | undefined
}) {
  const katex = useKatex()
  const cell = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (katex && cell.current) typeset(katex, latex, cell.current)
  }, [katex, latex])
  return <span ref={cell} className={className} />
}

/** Room for a sign and parentheses that other steps may bring, in pixels. */
const slack = 26

/** Numbers stand beside the general form where both have room, else below: decided once, so that nothing jumps. */
function arrange(grid: HTMLElement): void {
  for (const sides of grid.querySelectorAll<HTMLElement>('[data-part="sides"]')) {
    const width = [...sides.children].reduce((sum, side) => sum + widthOf(side), slack)
    sides.dataset.beside = String(width < sides.clientWidth)
  }
}

const widthOf = (side: Element) => side.firstElementChild?.getBoundingClientRect().width ?? 0
