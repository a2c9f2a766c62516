import { useMemo } from 'react'
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
} from '../../../core/graphs/gradientCheck.ts'
import charts from './Charts.module.css'
import { ErrorChart } from './ErrorChart.tsx'
import { flanksOf } from './flanks.ts'
import styles from './GradientBench.module.css'
import { Key } from './Key.tsx'
import { notesOf, obstacleOf } from './notes.ts'
import type { Checked, Comparison } from './slopes.ts'
import { errorInWords, slopeName } from './words.ts'

interface Props {
  readonly checked: Checked
  readonly check: GradientCheck
  readonly h: number
  readonly compared: Readonly<Record<QuotientKind, Comparison>>
  readonly onPick: (h: number) => void
}

/** The chart of errors with what is to be said of it; where there is nothing to compare, a sentence instead. */
export function Errors({ checked, check, h, compared, onPick }: Props) {
  const flanks = useMemo(() => flanksOf(check), [check])
  const obstacle = useMemo(() => obstacleOf(checked, check), [checked, check])
  const notes = useMemo(() => notesOf(checked, check, flanks), [checked, check, flanks])
  const sentence = useMemo(() => errorInWords(checked, check), [checked, check])
  const name = slopeName(checked.graph.loss.variables, checked.variable)
  return (
    <figure>
      <figcaption>
        Error of {name} over h <Key kinds={quotientKinds} />
      </figcaption>
      {obstacle ? (
        <div className={charts.frame}>
          <p className={charts.none}>{obstacle}</p>
        </div>
      ) : (
        <ErrorChart
          check={check}
          flanks={flanks}
          h={h}
          compared={compared}
          sentence={sentence}
          onPick={onPick}
        />
      )}
      {!obstacle &&
        notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
    </figure>
  )
}
