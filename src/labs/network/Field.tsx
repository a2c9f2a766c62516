import { NumberField } from '../../ui/NumberField.tsx'
import styles from './Field.module.css'
import { isIn, nudged, type Range, rangeInWords } from './range.ts'
import { useNetworkLab } from './useNetwork.ts'

interface Props extends Range {
  readonly label: string
  readonly value: number
  /** How far an arrow key goes. */
  readonly step?: number
  /** It looks as all fields do where it stands. */
  readonly isPlain?: boolean
  /** Takes a number of the range, and says whether it did. */
  readonly onChange: (value: number) => boolean
}

/** A field for the numbers of a range; what lies beyond is refused with a sentence that says the range. */
export function Field(props: Props) {
  const { label, value, step = 1, isPlain = false, onChange, ...range } = props
  const lab = useNetworkLab()
  const wanted = rangeInWords(range)
  const change = (next: number) => {
    // What is there already begins nothing anew.
    if (next === value) return true
    if (isIn(range, next)) return onChange(next)
    lab.complain(`${label} must be ${wanted}`)
    return false
  }
  return (
    <span className={isPlain ? styles.plain : styles.number}>
      <NumberField
        label={label}
        value={value}
        wanted={wanted}
        onChange={change}
        nudge={(from, direction) => nudged(range, step, from, direction)}
      />
    </span>
  )
}
