import { useEffect, useEffectEvent, useState } from 'react'
import { plain } from '../../core/number.ts'
import type { ShownRace } from '../../state/descents/descents.ts'
import { type SelectedRun, selectedOf, useDescentLab } from '../lab/descents.ts'

const pause = 1000

/**
 * Says what changes as the run plays, at most once a second.
 * @param name of the selected run, in a race
 */
export function Announcer({ name }: { readonly name: string | undefined }) {
  const lab = useDescentLab()
  const [words, say] = useState('')
  const tell = useEffectEvent(() => {
    const { shown, playhead, selected } = lab.store.getState()
    if (shown) say(wordsAt(selectedOf(shown, selected), shown, Math.floor(playhead), name))
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = lab.store.subscribe((state, before) => {
      if (Math.floor(state.playhead) === Math.floor(before.playhead)) return
      timer ??= setTimeout(() => {
        timer = undefined
        tell()
      }, pause)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [lab])
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
  const place = variables.map((v, i) => `${v} = ${plain(trace.x[k * d + i] as number)}`)
  const slopes = variables.map((_, i) => plain(trace.grad[k * d + i] as number))
  const whose = name ? `${name}, step` : 'Step'
  return `${whose} ${k}: ${[...place, `f = ${plain(trace.f[k] as number)}`, `slope ${slopes.join(' and ')}`].join(', ')}`
}
