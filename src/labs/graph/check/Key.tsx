import styles from './GradientBench.module.css'

/** How each line looks. */
export function Key({ kinds }: { readonly kinds: readonly string[] }) {
  return (
    <span className={styles.key}>
      {kinds.map((kind) => (
        <span key={kind} data-kind={kind}>
          <svg width="24" height="8" aria-hidden="true">
            <path d="M1,4H23" />
          </svg>
          {kind}
        </span>
      ))}
    </span>
  )
}
