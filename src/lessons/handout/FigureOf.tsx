import { Squares } from '../../ui/qr/QrCode.tsx'
import type { Figure } from './drawn.ts'
import styles from './Handout.module.css'

interface Props {
  /** As words call it. */
  readonly name: string
  readonly lab: string | undefined
  /** Nothing until it is drawn. */
  readonly figure: Figure | undefined
  /** Where it can be played, if that is to be said. */
  readonly link?: string
}

/** A scene as a figure, with the way to it. */
export function FigureOf({ name, lab, figure, link }: Props) {
  const words = [`${lab} lab`, figure && placeOf(figure)].filter(Boolean).join(', ')
  return (
    <figure className={styles.figure}>
      <div className={styles.scene}>
        {figure?.picture ? (
          <img src={figure.picture} alt={`${name}: ${words}`} />
        ) : (
          <p className={styles.blank}>{figure ? 'This scene has no picture.' : 'Being drawn …'}</p>
        )}
        {link && <Squares link={addressOf(link)} />}
      </div>
      <figcaption>
        <b>{name}.</b> {words}
        {link && (
          <>
            {' · '}
            <Written link={link} />
          </>
        )}
      </figcaption>
    </figure>
  )
}

/** Where its run stands. */
const placeOf = ({ at, last }: Figure) => (at === 0 ? 'at the start' : `step ${at} of ${last}`)

/** A link that is read off a sheet, by a camera or by whoever types it. */
export const LinkOnPaper = ({ link }: { readonly link: string }) => (
  <div className={styles.scene}>
    <Written link={link} />
    <Squares link={addressOf(link)} />
  </div>
)

const addressOf = (link: string) => new URL(link, location.href).href

const Written = ({ link }: { readonly link: string }) => (
  <a href={link} className={styles.written}>
    {addressOf(link)}
  </a>
)
