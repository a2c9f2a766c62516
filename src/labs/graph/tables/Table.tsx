import type { ReactNode } from 'react'
import { Region } from '../../../ui/place.tsx'
import styles from './Tables.module.css'

interface Props {
  readonly name: string
  readonly columns: readonly string[]
  /** The rows. */
  readonly children: ReactNode
}

/** A table in a box that scrolls. */
export const Table = ({ name, columns, children }: Props) => (
  <Region name={`All of ${name}`} className={styles.scroller} data-scrolls tabIndex={0}>
    <table aria-label={name}>
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Region>
)
