import { lossReadAs, parseLoss } from '../../core/language/loss.ts'
import { Mistake } from '../../core/language/mistake.ts'
import { elsewhere } from '../../state/descents/elsewhere.ts'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import styles from './Reading.module.css'

interface Props {
  readonly text: string
  /** Told the text that someone chose in its stead. */
  readonly onWrite: (text: string) => void
}

/** How an expression is read; or where it cannot be, and what may be written there; or which lab it is for. */
export function Reading({ text, onWrite }: Props) {
  const said = readingOf(text)
  if (said instanceof Mistake) return <Marked text={text} mistake={said} onWrite={onWrite} />
  if (said === undefined) return <Elsewhere text={text} />
  return (
    <>
      <p className={styles.note}>
        read as <code>{said}</code>
      </p>
      <Elsewhere text={text} />
    </>
  )
}

function readingOf(text: string): string | Mistake | undefined {
  try {
    parseLoss(text)
    return lossReadAs(text)
  } catch (error) {
    if (error instanceof Mistake) return error
    throw error
  }
}

function Marked({ text, mistake, onWrite }: Props & { readonly mistake: Mistake }) {
  const { at, length, offers, message } = mistake
  const [before, meant, after] = [
    text.slice(0, at),
    text.slice(at, at + length),
    text.slice(at + length),
  ]
  return (
    <div className={styles.mistake}>
      <p>
        {before}
        <mark>{meant || '␣'}</mark>
        {after}
        <span className="visually-hidden">: {message}</span>
      </p>
      {offers.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would have a border and a legend
        <div role="group" aria-label="Write instead" className={styles.offers}>
          {offers.map((offer) => (
            <button key={offer} type="button" onClick={() => onWrite(before + offer + after)}>
              {offer}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** A function of another number of variables is for another lab. */
function Elsewhere({ text }: Pick<Props, 'text'>) {
  const lab = useDescentLab()
  const isRejected = useDescentState(({ rejected }) => rejected !== undefined)
  const other = isRejected && elsewhere(text, lab.store.getState())
  return (
    other && (
      <p className={styles.mistake}>
        <a href={other.link}>Open in {other.title}</a>
      </p>
    )
  )
}
