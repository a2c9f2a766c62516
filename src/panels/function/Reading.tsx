import type { ReactNode } from 'react'
import { lossReadAs, parseLoss } from '../../core/language/loss.ts'
import { Mistake } from '../../core/language/mistake.ts'
import styles from './Reading.module.css'

interface Props {
  readonly text: string
  /** Whether variables may have a number behind them. */
  readonly hasMany?: boolean | undefined
  /** Told the text that someone chose in its stead. */
  readonly onWrite: (text: string) => void
  /** What else is said of a text that can be read. */
  readonly children?: ReactNode
}

/** How an expression is read; or where it cannot be, and what may be written there. */
export function Reading({ text, hasMany, onWrite, children }: Props) {
  const said = readingOf(text, hasMany)
  if (said instanceof Mistake) return <Marked text={text} mistake={said} onWrite={onWrite} />
  if (said === undefined) return children
  return (
    <>
      <p className={styles.note}>
        read as <code>{said}</code>
      </p>
      {children}
    </>
  )
}

function readingOf(text: string, hasMany?: boolean): string | Mistake | undefined {
  try {
    parseLoss(text, [], hasMany)
    return lossReadAs(text, hasMany)
  } catch (error) {
    if (error instanceof Mistake) return error
    throw error
  }
}

function Marked({
  text,
  mistake,
  onWrite,
}: Pick<Props, 'text' | 'onWrite'> & { readonly mistake: Mistake }) {
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
