import { useCallback, useState } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import { part } from '../ui/parts/Part.tsx'
import styles from './Presenting.module.css'

const Offered = part(async () => (await import('../presenting/offer/Offered.tsx')).Offered)

export const presenterMode = 'Presenter mode'

/** What can be done with a view of a lab beside its link, with what is drawn on its button. */
const offers = [
  ['QR code', 'M5 5h5v5H5zm9 0h5v5h-5zM5 14h5v5H5zm9 0h2m3 0v2m-5 3h2m3 0v-1'],
  ['Add this view', 'M5 5h14v14H5zm7 4v6m-3-3h6'],
  [presenterMode, 'M3 5h18v11H3zm9 11v4m-4 0h8M10 8l4 2.5-4 2.5z'],
] as const

/** What of it someone has asked for; asked again it is done again. */
export function useOffers() {
  const [asked, set] = useState<{ readonly what: string | undefined; readonly times: number }>()
  const ask = useCallback(
    (what?: string) => set((before) => ({ what, times: (before?.times ?? 0) + 1 })),
    [],
  )
  return { asked, ask }
}

interface Props extends ReturnType<typeof useOffers> {
  readonly lab: Lab
}

/** A view into a talk, onto a wall, or off it. */
export function Presenting({ lab, asked, ask }: Props) {
  const done = useCallback(() => ask(), [ask])
  return (
    <>
      {offers.map(([name, d]) => (
        <button
          key={name}
          type="button"
          aria-label={name}
          title={name}
          onClick={() => ask(name)}
          className={styles.offer}
        >
          <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
            <path d={d} fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
          <span>{name}</span>
        </button>
      ))}
      {asked?.what && <Offered key={asked.times} lab={lab} what={asked.what} onDone={done} />}
    </>
  )
}
