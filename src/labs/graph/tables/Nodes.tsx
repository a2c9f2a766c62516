import { written } from '../../../core/graphs/names.ts'
import { exact } from '../../../core/number.ts'
import { Region } from '../../../ui/place.tsx'
import { useGraphLab, useGraphState, useMoment } from '../useGraph.ts'
import styles from './Tables.module.css'

/** Every node with its value and adjoint; what is still to come is paler. */
export function Nodes() {
  const lab = useGraphLab()
  const { graph, shown, names, known } = useMoment()
  const selected = useGraphState((state) => state.selected)
  return (
    <Region name="All nodes" className={styles.scroller} data-scrolls tabIndex={0}>
      <table aria-label="Nodes">
        <thead>
          <tr>
            {['node', 'operation', 'inputs', 'value', 'adjoint'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {graph.nodes.map(({ operation, inputs }, i) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: nodes are told apart by their place
              key={i}
              aria-selected={selected === i}
              onClick={() => lab.look({ selected: i })}
            >
              <td>
                {i} <span className={styles.name}>{names[i]?.text}</span>
              </td>
              <td>{operation}</td>
              <td>{inputs.join(' ')}</td>
              <td data-ahead={!known[i]?.hasValue} title={exact(shown.values[i] as number)}>
                {written(shown.values[i] as number)}
              </td>
              <td data-ahead={!known[i]?.isWhole} title={exact(shown.adjoints[i] as number)}>
                {written(shown.adjoints[i] as number)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  )
}
