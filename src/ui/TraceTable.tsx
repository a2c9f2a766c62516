import { type ClipboardEvent, memo, useLayoutEffect, useRef, useState } from 'react'
import type { Role } from '../core/language/roles.ts'
import { Tex } from './Tex.tsx'
import styles from './TraceTable.module.css'
import { type Column, cellText, exactRows } from './table.ts'

interface Props {
  readonly columns: readonly Column[]
  readonly roles: ReadonlyMap<string, Role>
  /** How many points there are. */
  readonly count: number
  readonly step: number
  readonly onSeek: (step: number) => void
}

const rowHeight = 24
/** Up to here all rows exist; beyond, only those in sight and some around them. */
const mostRows = 200
const around = 6
const window = 26

/** The numbers of a run. The row at the playhead stays in sight; what is copied has every digit. */
export function TraceTable({ columns, roles, count, step, onSeek }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const isVirtual = count > mostRows
  const first = isVirtual
    ? Math.max(0, Math.min(count - 1, Math.floor(top / rowHeight)) - around)
    : 0
  const last = isVirtual ? Math.min(count, first + window) : count

  const rows = Array.from({ length: last - first }, (_, i) => first + i)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const header = box.querySelector('thead')?.clientHeight ?? 0
    box.scrollTop = Math.max(
      0,
      Math.min(step, count - 1) * rowHeight - (box.clientHeight - header - rowHeight) / 2,
    )
    setTop(box.scrollTop)
  }, [step, count])

  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    const rows = selectedRows(event.currentTarget)
    if (rows.length === 0) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', exactRows(columns, rows))
  }

  return (
    <section
      ref={scroller}
      className={styles.scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
      aria-label="Table of the run"
      onScroll={(event) => isVirtual && setTop(event.currentTarget.scrollTop)}
      onCopy={onCopy}
    >
      <table aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ name, latex, text }) => (
              <th
                key={name}
                scope="col"
                data-name={name}
                data-role={name === 'step' ? 'step' : roles.get(name)}
              >
                <Tex latex={latex} text={text} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Spacer rows={first} />}
          {rows.map((k) => (
            <Row key={k} k={k} columns={columns} isCurrent={k === step} onSeek={onSeek} />
          ))}
          {last < count && <Spacer rows={count - last} />}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly k: number
  readonly columns: readonly Column[]
  readonly isCurrent: boolean
  readonly onSeek: (step: number) => void
}

const Row = memo(({ k, columns, isCurrent, onSeek }: RowProps) => (
  <tr
    data-step={k}
    aria-rowindex={k + 2}
    aria-current={isCurrent ? 'step' : undefined}
    onClick={() => onSeek(k)}
  >
    {columns.map(({ name, value }) => (
      <td key={name}>{cellText(value(k))}</td>
    ))}
  </tr>
))
Row.displayName = 'Row'

const Spacer = ({ rows }: { readonly rows: number }) => (
  <tr style={{ height: rows * rowHeight }}>
    <td />
  </tr>
)

/** The steps whose rows are touched by the selection. */
function selectedRows(table: Element): number[] {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return []
  return [...table.querySelectorAll<HTMLElement>('tr[data-step]')]
    .filter((row) => selection.containsNode(row, true))
    .map((row) => Number(row.dataset.step))
}
