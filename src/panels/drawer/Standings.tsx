import { useMemo } from 'react'
import { racerNames } from '../../core/analysis/racerNames.ts'
import { type Standing, shareOfWay, standings } from '../../core/analysis/standings.ts'
import { plain } from '../../core/number.ts'
import { useDescentLab, useSelected, useShownLater } from '../lab/descents.ts'
import { atRest } from '../lab/pace.ts'
import styles from './Standings.module.css'

/** Who got how far, the best first. Only a race has standings. */
export function Standings() {
  const { prepared, traces } = useShownLater(atRest)
  const rows = useMemo(() => standings(prepared, traces), [prepared, traces])
  if (traces.length < 2) return null
  const names = racerNames(prepared.runs)
  const known = rows.some(({ distance }) => distance !== undefined)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no field set
    <div
      className={styles.scroll}
      data-scrolls
      role="group"
      aria-label="Table of standings"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">run</th>
            <th scope="col">final f</th>
            <th
              scope="col"
              title={`Until it stays within the last ${plain(100 * (1 - shareOfWay), 2)} % of the way down`}
            >
              steps
            </th>
            <th scope="col">calls of f</th>
            {known && <th scope="col">off by</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.label} row={row} name={names[row.run] ?? row.label} known={known} />
          ))}
        </tbody>
      </table>
      <p>
        Steps and calls until {100 * shareOfWay} % of the way down is done for good
        {known && '; off by: the distance to the deepest minimum, to the nearest of several'}.
      </p>
    </div>
  )
}

interface RowProps {
  readonly row: Standing
  readonly name: string
  readonly known: boolean
}

function Row({ row, name, known }: RowProps) {
  const lab = useDescentLab()
  const isSelected = useSelected() === row.run
  const { there, evaluations, over } = row
  return (
    <tr aria-current={isSelected ? 'true' : undefined}>
      <th scope="row">
        <button type="button" data-run={row.run} onClick={() => lab.select(row.run)}>
          {name}
        </button>
      </th>
      <td>{plain(row.f)}</td>
      <td>{there ? there.steps : '—'}</td>
      <td>
        {there ? `${there.evaluations} of ${evaluations}` : evaluations}
        {over > 0 && ` (${over} over)`}
      </td>
      {known && <td>{row.distance === undefined ? '' : plain(row.distance, 3)}</td>}
    </tr>
  )
}
