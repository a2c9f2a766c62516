import { useCallback, useRef } from 'react'
import { useCursor } from '../../../plot/charts/useCursor.ts'
import styles from './Readings.module.css'
import { type Column, columnsOf, knownEpochs, type Racer, valueAt } from './racers.ts'
import type { Reading } from './useReading.ts'

interface Props {
  readonly racers: readonly Racer[]
  readonly selected: number | undefined
  readonly reading: Reading
}

/** What every racer has at the epoch that is read; it is the key of the curves as well. */
export function Readings({ racers, selected, reading }: Props) {
  const table = useRef<HTMLTableElement>(null)
  const columns = columnsOf(racers)
  const show = useCallback(
    (place: number) => {
      const epoch = Math.floor(Math.min(place, knownEpochs(racers)))
      const shown = columnsOf(racers)
      const texts = racers.flatMap((racer) => shown.map((column) => valueAt(racer, column, epoch)))
      table.current?.querySelectorAll('td').forEach((cell, i) => {
        write(cell, texts[i] ?? '')
      })
      const corner = table.current?.querySelector('th')
      if (corner) write(corner, `epoch ${epoch}`)
    },
    [racers],
  )
  useCursor(reading, show)
  return (
    <table ref={table} className={styles.readings} aria-label="Values at the epoch that is read">
      <thead>
        <tr>
          <th scope="col" />
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {racers.map(({ run, label }) => (
          <tr
            key={run}
            data-run={racers.length > 1 ? run : undefined}
            aria-current={run === selected ? 'true' : undefined}
          >
            <th scope="row">
              <span className={styles.name}>
                {racers.length > 1 && <span className={styles.number}>{run + 1}</span>}
                <span>{label}</span>
              </span>
            </th>
            {columns.map(({ key }) => (
              <td key={key} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What stands there already is not laid out once more. */
function write(cell: Element, text: string): void {
  if (cell.textContent !== text) cell.textContent = text
}

/** How the lines of a column look. */
function Head({ column: { key, name } }: { readonly column: Column }) {
  return (
    <th scope="col">
      {name}
      {key !== 'accuracy' && (
        <svg className={styles.sample} data-kind={key} viewBox="0 0 24 6" aria-hidden="true">
          <path d="M0,3H24" />
        </svg>
      )}
    </th>
  )
}
