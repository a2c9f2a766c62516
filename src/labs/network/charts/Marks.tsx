import { useMemo } from 'react'
import { sizeOf } from '../../../plot/labels/textSize.ts'
import type { View } from '../../../plot/view.ts'
import { endsOf } from './curveView.ts'
import styles from './LossChart.module.css'
import { overfittingWords } from './lossWords.ts'
import type { Racer } from './racers.ts'

interface EndsProps {
  readonly racers: readonly Racer[]
  readonly view: View
}

/** The ends of the training curves, with the numbers of their racers where there are several. */
export function Ends({ racers, view }: EndsProps) {
  const isRace = racers.length > 1
  const ends = useMemo(() => endsOf(racers, view, isRace ? view.text : 0), [racers, view, isRace])
  return ends.map(({ run, x, y }) => (
    <g
      key={run}
      className={styles.end}
      data-run={isRace ? run : undefined}
      transform={`translate(${x},${y})`}
    >
      <circle r={isRace ? 0.5 * view.text : 0.25 * view.text} />
      {isRace && (
        <text textAnchor="middle" dy="0.35em">
          {run + 1}
        </text>
      )}
    </g>
  ))
}

interface TurnProps {
  readonly view: View
  readonly epoch: number
}

/** An upright where the racer in front begins to overfit, with the words beside it. */
export function Turn({ view, epoch }: TurnProps) {
  const { margins, width, height, text } = view
  const x = view.x(epoch)
  const length = sizeOf(overfittingWords, text).width
  const gap = text / 2
  const isLeft = x + gap + length > width - margins.right && x - gap - length > margins.left
  const overEdge = isLeft ? 0 : Math.max(0, x + gap + length - width)
  return (
    <g className={styles.turn}>
      <line x1={x} x2={x} y1={margins.top} y2={Math.max(0, height - margins.bottom)} />
      <text
        x={isLeft ? x - gap : x + gap - overEdge}
        y={margins.top + text}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {overfittingWords}
      </text>
    </g>
  )
}

/** The same of the other racers: a mark on the curve. */
export function SmallTurn({ view, epoch, racer }: TurnProps & { readonly racer: Racer }) {
  const y = view.y(racer.validation[epoch] as number)
  if (!Number.isFinite(y)) return null
  return (
    <path
      className={styles.small}
      data-run={racer.run}
      transform={`translate(${view.x(epoch)},${y})`}
      d="M0,-2L-5,-11H5Z"
    />
  )
}
