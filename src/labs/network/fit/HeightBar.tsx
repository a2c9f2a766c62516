import { useRef } from 'react'
import { plain } from '../../../core/number.ts'
import styles from './Fit.module.css'
import { colourOf, type HeightScale, heightRamp } from './heights.ts'
import { useColours } from './useColours.ts'

/** So many bands: between two of them the eye sees no edge. */
const bands = 24
const barSize = { width: 72, height: 12 }

/** Which colour is which number. */
export function HeightBar({ scale }: { readonly scale: HeightScale }) {
  const swatches = useRef<HTMLSpanElement>(null)
  const colours = useColours(swatches, 0)
  const { width, height } = barSize
  const all = colours && heightRamp(scale, colours)
  const band = width / bands
  return (
    <li>
      {plain(scale.from, 3)}
      <span ref={swatches} className={styles.swatches} aria-hidden="true">
        <i data-numbers />
      </span>
      <svg className={styles.bar} {...barSize} aria-hidden="true">
        {all &&
          Array.from({ length: bands }, (_, k) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place
              key={k}
              x={k * band}
              width={band + 0.5}
              height={height}
              fill={colourOf(k, all, bands)}
            />
          ))}
        <rect className={styles.edge} x={0.5} y={0.5} width={width - 1} height={height - 1} />
      </svg>
      {plain(scale.to, 3)}
    </li>
  )
}
