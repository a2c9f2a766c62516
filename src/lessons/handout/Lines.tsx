import styles from './Handout.module.css'

/** Ruled lines to write on. */
export const Lines = ({ count }: { readonly count: number }) => (
  <div aria-hidden="true" className={styles.lines}>
    {Array.from({ length: count }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: one line is like the other
      <i key={i} />
    ))}
  </div>
)
