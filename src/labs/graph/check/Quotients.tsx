import type { ReactNode } from 'react'
import {
  type GradientCheck,
  type QuotientKind,
  quotientKinds,
  quotients,
} from '../../../core/graphs/gradientCheck.ts'
import { exactFigures, plain } from '../../../core/number.ts'
import styles from './GradientBench.module.css'
import type { Comparison } from './slopes.ts'
import { digitsInWords, foundInWords, rough, share } from './words.ts'

interface Props {
  readonly check: GradientCheck
  readonly h: number
  readonly compared: Readonly<Record<QuotientKind, Comparison>>
  /** What the slope is called. */
  readonly name: string
}

/** What both quotients are at the chosen width, and what their best widths are. */
export function Quotients({ check, h, compared, name }: Props) {
  const row = (title: ReactNode, of: (kind: QuotientKind) => string) => (
    <tr>
      <th scope="row">{title}</th>
      {quotientKinds.map((kind) => (
        <td key={kind}>{of(kind)}</td>
      ))}
    </tr>
  )
  return (
    <table className={styles.numbers}>
      <caption>
        At h = {plain(h)}, where {name} is {plain(check.exact, exactFigures)}
      </caption>
      <thead>
        <tr>
          <td />
          {quotientKinds.map((kind) => (
            <th key={kind} scope="col" data-kind={kind}>
              {kind}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row('difference quotient', (kind) => plain(compared[kind].quotient, exactFigures))}
        {row('error', (kind) => rough(compared[kind].error))}
        {row('relative error', (kind) => share(compared[kind].relative))}
        {row('digits that agree', (kind) => digitsInWords(compared[kind]))}
        {row('truncation, slope', (kind) => String(quotients[kind].order))}
        {row('best h, found', (kind) => foundInWords(check, kind))}
        {row(
          'best h, predicted',
          (kind) => `${quotients[kind].bestAs} = ${rough(check.predicted[kind])}`,
        )}
      </tbody>
    </table>
  )
}
