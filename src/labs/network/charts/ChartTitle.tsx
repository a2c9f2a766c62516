import type { Ref } from 'react'
import type { View } from '../../../plot/view.ts'
import styles from './ChartTitle.module.css'

interface Props {
  readonly view: View
  readonly title: string
  /** A place at the right end, for what the title is right now. */
  readonly now?: Ref<SVGTextElement>
}

/** Room above a picture for its title, in ems. */
export const titleRoom = 1.7
const rise = 0.6

/** What the axis of values says, above the picture: curves begin in its upper corner. */
export function ChartTitle({ view, title, now }: Props) {
  const { margins, width, text } = view
  const y = margins.top - rise * text
  return (
    <g className={styles.title}>
      <text x={margins.left} y={y}>
        {title}
      </text>
      {now && (
        <text ref={now} className={styles.now} x={width - margins.right} y={y} textAnchor="end" />
      )}
    </g>
  )
}
