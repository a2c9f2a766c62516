import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { plain } from '../../core/number.ts'
import { place } from '../../core/outcome/telling/words.ts'
import type { ShownRace } from '../../state/descents/descents.ts'
import { type SelectedRun, selectedOf, useDescentLab } from '../lab/descents.ts'
import { slowMotionOf } from '../time/slowly.ts'

const pause = 1000

interface Props {
  /** How the run ends. */
  readonly outcome: string
  /** Of the selected run, in a race. */
  readonly name: string | undefined
}

/** The one voice of a lab: says what has changed, at most once a second, and of each thing only the newest. */
export function Announcer({ outcome, name }: Props) {
  const lab = useDescentLab()
  const [words, say] = useState('')
  const known = useRef<readonly string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const current = useEffectEvent(() => {
    const { shown, playhead, selected } = lab.store.getState()
    const slowly = slowMotionOf(lab).getState().now
    const moment =
      slowly?.words ??
      (shown && wordsAt(selectedOf(shown, selected), shown, Math.floor(playhead), name))
    return moment === undefined ? [outcome] : [outcome, moment]
  })
  const note = useEffectEvent(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      const sentences = current()
      say(sentences.filter((sentence) => !known.current.includes(sentence)).join(' '))
      known.current = sentences
    }, pause)
  })
  useEffect(() => {
    known.current = current()
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
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [lab])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is said because it has changed
  useEffect(() => note(), [outcome])
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  )
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
