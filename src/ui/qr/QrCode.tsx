import { type ReactNode, useMemo } from 'react'
import { matrixOf, pathOf, quiet } from './matrix.ts'
import styles from './QrCode.module.css'

interface Props {
  readonly link: string
}

/** A link as a QR code, with its words below for whoever types it. */
export function QrCode({ link }: Props) {
  return (
    <figure className={styles.figure}>
      <Squares link={link} instead={<p>This link is too long for a QR code: copy it instead.</p>} />
      <figcaption>
        <a href={link}>{link}</a>
      </figcaption>
    </figure>
  )
}

/** The code alone. */
export function Squares({ link, instead }: Props & { readonly instead?: ReactNode }) {
  const matrix = useMemo(() => matrixOf(link), [link])
  if (!matrix) return instead
  const size = matrix.length + 2 * quiet
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code of the link">
      <path d={pathOf(matrix)} />
    </svg>
  )
}
