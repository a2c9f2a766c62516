import { useEffect, useState } from 'react'
import type { Lab } from '../../state/lab/lab.ts'
import { forChat } from '../../state/links/encodeLink.ts'
import { QrCode } from '../../ui/qr/QrCode.tsx'
import type { Moment } from '../moment.ts'
import { covered } from '../moment.ts'
import type { Session } from '../session.ts'
import styles from './Show.module.css'

interface Props extends Pick<Moment, 'cover'> {
  readonly session: Session
  readonly lab: Lab | undefined
  /** What stands there as long as the lab has not come. */
  readonly link: string
}

/** What lies over the scene: nothing, black, or its link to take home. */
export function Cover({ cover, session, lab, link }: Props) {
  if (cover === undefined) return null
  if (cover === 'black')
    return (
      <button
        type="button"
        className={styles.black}
        aria-label="Show the scene again"
        onClick={() => session.change((m) => covered(m, 'black'))}
      />
    )
  return (
    <section aria-label="QR code" className={styles.qr}>
      <LinkOf lab={lab} link={link} />
    </section>
  )
}

/** The link to what is seen now, for whoever has a telephone in the hand. */
function LinkOf({ lab, link }: Pick<Props, 'lab' | 'link'>) {
  const now = () => new URL(lab?.link(forChat) ?? link, location.href).href
  const [address, set] = useState(now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew with another lab or scene
  useEffect(() => set(now()), [lab, link])
  return <QrCode link={address} />
}
