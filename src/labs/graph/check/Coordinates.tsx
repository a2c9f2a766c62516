import { useMemo } from 'react'
import { quotient } from '../../../core/graphs/gradientCheck.ts'
import { plain } from '../../../core/number.ts'
import styles from './GradientBench.module.css'
import { agrees, type Checked, compare, slopesOf } from './slopes.ts'
import { costInWords, ruleInWords, share, slopeName } from './words.ts'

interface Props {
  readonly checked: Checked
  readonly h: number
}

/** Every slope of the gradient beside its central difference, and what each way to it costs. */
export function Coordinates({ checked, h }: Props) {
  const { graph, point, variable: chosen, precision } = checked
  const { variables } = graph.loss
  const slopes = useMemo(() => slopesOf(graph, point), [graph, point])
  const rows = variables.map((variable) => {
    const exact = slopes.get(variable) ?? Number.NaN
    const compared = compare(exact, quotient('central', graph, point, variable, h, precision))
    return { variable, compared, isGood: agrees(compared, precision) }
  })
  return (
    <div>
      <table className={styles.numbers}>
        <caption>Each slope at h = {plain(h)}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">exact</th>
            <th scope="col">central</th>
            <th scope="col">rel. error</th>
            <th scope="col">agree?</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ variable, compared, isGood }) => (
            <tr
              key={variable}
              aria-current={variable === chosen && rows.length > 1 ? 'true' : undefined}
            >
              <th scope="row">{slopeName(variables, variable)}</th>
              <td>{plain(compared.exact, figures)}</td>
              <td>{plain(compared.quotient, figures)}</td>
              <td>{share(compared.relative)}</td>
              <td data-good={isGood}>{isGood ? '✓ yes' : '✗ no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{ruleInWords(precision)}</p>
      <p className={styles.note}>{costInWords(variables)}</p>
    </div>
  )
}

const figures = 6
