import { useMemo } from 'react'
import { matrixOf, pathOf, quiet } from './matrix.ts'
import styles from './QrCode.module.css'

/** A link as a QR code, with its words below for whoever types it. */
export function QrCode({ link }: { readonly link: string }) {
  const matrix = useMemo(() => matrixOf(link), [link])
  const size = (matrix?.length ?? 0) + 2 * quiet
  return (
    <figure className={styles.figure}>
      {matrix ? (
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of the link">
          <path d={pathOf(matrix)} />
        </svg>
      ) : (
        <p>This link is too long for a QR code: copy it instead.</p>
      )}
      <figcaption>
        <a href={link}>{link}</a>
      </figcaption>
    </figure>
  )
}
