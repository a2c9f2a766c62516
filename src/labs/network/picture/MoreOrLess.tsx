import styles from './NetworkPicture.module.css'

interface Props {
  readonly value: number
  readonly least: number
  readonly most: number
  /** What the buttons do, in words. */
  readonly less: string
  readonly more: string
  readonly onChange: (value: number) => void
}

/** A count between two buttons. */
export function MoreOrLess({ value, least, most, less, more, onChange }: Props) {
  const button = (sign: string, words: string, next: number) => {
    const isPossible = next >= least && next <= most
    return (
      <button
        type="button"
        aria-label={words}
        // It keeps the focus at its end.
        aria-disabled={!isPossible}
        onClick={() => isPossible && onChange(next)}
      >
        {sign}
      </button>
    )
  }
  return (
    <span className={styles.count}>
      {button('−', less, value - 1)}
      <span>{value}</span>
      {button('+', more, value + 1)}
    </span>
  )
}
