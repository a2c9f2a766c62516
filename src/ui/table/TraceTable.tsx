// ui/table/: tables of many rows.
import { memo, useLayoutEffect, useRef, useState } from 'react'
import type { Role } from '../../core/rules/roles.ts'
import { useKatex } from '../formula/katex.ts'
import { Tex } from '../formula/Tex.tsx'
import { Region } from '../place.tsx'
import { type Column, cellText } from './columns.ts'
import { isIn, useRowSelection } from './rowSelection.ts'
import styles from './TraceTable.module.css'

interface Props {
  readonly columns: readonly Column[]
  readonly roles: ReadonlyMap<string, Role>
  /** How many points there are. */
  readonly count: number
  readonly step: number
  readonly onSeek: (step: number) => void
}

/** In ems of the page, which grow on large screens. */
const rowHeight = 1.5
/** In pixels: once for each size of the window, since whoever asks for a style has all styles computed. */
let row: number | undefined
const rowPixels = (): number => {
  if (row === undefined) {
    row = rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    addEventListener('resize', forget, { once: true })
  }
  return row
}
const forget = () => {
  row = undefined
}
/** Up to here all rows exist; beyond, only those in sight and some around them. */
const mostRows = 200
const around = 6
const rowsAtOnce = 26

/** The numbers of a run. The row at the playhead stays in sight; what is copied has every digit. */
export function TraceTable({ columns, roles, count, step, onSeek }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const katex = useKatex()
  const isVirtual = count > mostRows
  const first = isVirtual
    ? Math.max(0, Math.min(count - 1, Math.floor(top / rowPixels())) - around)
    : 0
  const last = isVirtual ? Math.min(count, first + rowsAtOnce) : count

  const rows = Array.from({ length: last - first }, (_, i) => first + i)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const room = box.clientHeight - (box.querySelector('thead')?.clientHeight ?? 0)
    const row = rowPixels()
    const above = Math.min(step, count - 1) * row
    // What is in sight stays where it is, under the pointer that may have clicked it.
    if (above < box.scrollTop || above + row > box.scrollTop + room)
      box.scrollTop = Math.max(0, above - (room - row) / 2)
    setTop(box.scrollTop)
  }, [step, count])

  const { range, handlers } = useRowSelection(columns, count, step)

  return (
    <Region
      ref={scroller}
      className={styles.scroller}
      data-scrolls
      // What scrolls must be reachable by keys.
      tabIndex={0}
      name="Table of the run"
      onScroll={(event) => isVirtual && setTop(event.currentTarget.scrollTop)}
      {...handlers}
    >
      <table aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, name, latex, text }) => (
              <th
                key={key}
                scope="col"
                data-name={name}
                data-role={name === 'step' ? 'step' : roles.get(name)}
              >
                <Tex katex={katex} latex={latex} text={text} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Spacer rows={first} />}
          {rows.map((k) => (
            <Row
              key={k}
              k={k}
              columns={columns}
              isCurrent={k === step}
              isSelected={isIn(k, range)}
              onSeek={onSeek}
            />
          ))}
          {last < count && <Spacer rows={count - last} />}
        </tbody>
      </table>
    </Region>
  )
}

interface RowProps {
  readonly k: number
  readonly columns: readonly Column[]
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly onSeek: (step: number) => void
}

const Row = memo(({ k, columns, isCurrent, isSelected, onSeek }: RowProps) => (
  <tr
    data-step={k}
    aria-rowindex={k + 2}
    aria-current={isCurrent ? 'step' : undefined}
    aria-selected={isSelected}
    onClick={(event) => event.shiftKey || onSeek(k)}
  >
    {columns.map((column) => (
      <td key={column.key}>{cellText(column, k)}</td>
    ))}
  </tr>
))
Row.displayName = 'Row'

const Spacer = ({ rows }: { readonly rows: number }) => (
  <tr style={{ height: `${rows * rowHeight}rem` }}>
    <td />
  </tr>
)
