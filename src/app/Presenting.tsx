import { useCallback, useState } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import { part } from '../ui/parts/Part.tsx'
import styles from './Presenting.module.css'

const Offered = part(async () => (await import('../presenting/offer/Offered.tsx')).Offered)

export const presenterMode = 'Presenter mode'

/** What can be done with a view of a lab beside its link: each has its picture in the style sheet. */
const offers = ['QR code', 'Add this view', presenterMode]

/** What of it someone has asked for, told apart by a number; asked again it is done again. */
export function useOffers() {
  const [asked, set] = useState<{ readonly what: string | undefined; readonly key: number }>()
  const ask = useCallback((what?: string) => set({ what, key: Date.now() }), [])
  return { asked, ask }
}

interface Props extends ReturnType<typeof useOffers> {
  readonly lab: Lab
}

/** A view into a talk, onto a wall, or off it. */
export const Presenting = ({ lab, asked, ask }: Props) => (
  <>
    {offers.map((name) => (
      <button
        key={name}
        title={name}
        onClick={() => ask(name)}
        className={styles.offer}
        type="button"
      >
        {name}
      </button>
    ))}
    {asked?.what && <Offered {...asked} what={asked.what} lab={lab} onDone={ask} />}
  </>
)
