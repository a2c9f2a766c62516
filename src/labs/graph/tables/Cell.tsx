import { written } from '../../../core/graphs/names.ts'
import { exact } from '../../../core/number.ts'

interface Props {
  readonly value: number
  /** It is known only at a later step. */
  readonly isAhead?: boolean
  /** Someone is asked for it. */
  readonly isHidden?: boolean
}

/** A number of a table, with every digit for whoever points at it. */
export const Cell = ({ value, isAhead = false, isHidden = false }: Props) =>
  isHidden ? (
    <td>?</td>
  ) : (
    <td data-ahead={isAhead} title={exact(value)}>
      {written(value)}
    </td>
  )
