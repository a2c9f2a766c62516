import { useCallback } from 'react'
import { plain } from '../../core/number.ts'
import { place } from '../../core/outcome/telling/words.ts'
import type { ShownRace } from '../../state/descents/descents.ts'
import { type SelectedRun, selectedOf, useDescentLab } from '../lab/descents.ts'
import { slowMotionOf } from '../time/slowly.ts'
import { Voice } from './Voice.tsx'

interface Props {
  /** How the run ends. */
  readonly outcome: string
  /** Of the selected run, in a race. */
  readonly name: string | undefined
}

/** Says where the run is, and how it ends. */
export function Announcer({ outcome, name }: Props) {
  const lab = useDescentLab()
  const sentences = () => {
    const { shown, playhead, selected } = lab.store.getState()
    const slowly = slowMotionOf(lab).getState().now
    const moment =
      slowly?.words ??
      (shown && wordsAt(selectedOf(shown, selected), shown, Math.floor(playhead), name))
    return moment === undefined ? [] : [moment]
  }
  const watch = useCallback(
    (note: () => void) => {
      const leave = [
        lab.store.subscribe((state, before) => {
          if (Math.floor(state.playhead) !== Math.floor(before.playhead)) note()
        }),
        slowMotionOf(lab).subscribe((state, before) => {
          if (state.now?.words !== before.now?.words) note()
        }),
      ]
      return () => {
        for (const end of leave) end()
      }
    },
    [lab],
  )
  return <Voice sentences={sentences} watch={watch} besides={outcome} />
}

function wordsAt(
  { trace }: SelectedRun,
  { prepared }: ShownRace,
  step: number,
  name: string | undefined,
): string {
  const k = Math.min(step, trace.f.length - 1)
  const { variables } = prepared.loss
  const d = variables.length
  const slopes = variables.map((_, i) => plain(trace.grad[k * d + i] as number))
  const whose = name ? `${name}, step` : 'Step'
  return `${whose} ${k}: ${place({ recording: trace, prepared, d }, k)}, slope ${slopes.join(' and ')}`
}
