import { memo, useMemo } from 'react'
import { counted } from '../../../core/number.ts'
import { confusionOf } from './confusion.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import { shapePath } from './shapes.ts'

interface Props {
  readonly fit: Fit
  readonly answers: Float32Array | undefined
  /** The picture in words. */
  readonly words: string
}

const hint = 'Rows: the class that is right. Columns: the class that is answered.'

/** How often each class is answered where each is right. */
export const Confusion = memo(({ fit, answers, words }: Props) => {
  const rows = useMemo(() => confusionOf(fit, answers ?? new Float32Array()), [fit, answers])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.confusion} data-scrolls tabIndex={0} aria-label={words}>
      <p>{hint}</p>
      <table aria-label="Confusion">
        <thead>
          <tr>
            <td />
            {rows.map((_, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: classes are told apart by their number
              <Heading key={k} of={k} scope="col" />
            ))}
            <th scope="col">right</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, right) => {
            const total = row.reduce((sum, count) => sum + count, 0)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: classes are told apart by their number
              <tr key={right}>
                <Heading of={right} scope="row" />
                {[...row].map((count, answered) => (
                  <Count
                    // biome-ignore lint/suspicious/noArrayIndexKey: classes are told apart by their number
                    key={answered}
                    {...{ count, right, answered }}
                    share={answers && total > 0 ? count / total : 0}
                    isKnown={answers !== undefined}
                  />
                ))}
                <td>
                  {answers && total > 0 ? `${Math.round((100 * (row[right] ?? 0)) / total)} %` : ''}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
})
Confusion.displayName = 'Confusion'

const Heading = ({ of, scope }: { readonly of: number; readonly scope: 'row' | 'col' }) => (
  <th scope={scope} data-class={of} aria-label={`class ${of}`}>
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
      <path className={styles.shape} d={shapePath(of, 4.5)} />
    </svg>{' '}
    <span>{of}</span>
  </th>
)

interface CountProps {
  readonly count: number
  readonly right: number
  readonly answered: number
  /** Of all points of the class that is right. */
  readonly share: number
  readonly isKnown: boolean
}

const Count = memo(({ count, right, answered, share, isKnown }: CountProps) => (
  <td
    data-class={answered}
    data-right={right === answered || undefined}
    style={{ '--share': share } as React.CSSProperties}
  >
    {isKnown ? counted(count) : ''}
  </td>
))
Count.displayName = 'Count'
