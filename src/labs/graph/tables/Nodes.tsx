import { useGraphLab, useGraphState, useMomentAtRest } from '../useGraph.ts'
import { Cell } from './Cell.tsx'
import { Table } from './Table.tsx'
import styles from './Tables.module.css'

const columns = ['node', 'operation', 'inputs', 'value', 'adjoint']

/** Every node with its value and adjoint; what is still to come is paler. */
export function Nodes() {
  const lab = useGraphLab()
  const { graph, shown, names, known } = useMomentAtRest()
  const selected = useGraphState((state) => state.selected)
  const isAsking = useGraphState((state) => state.isAsking)
  return (
    <Table name="Nodes" columns={columns}>
      {graph.nodes.map(({ operation, inputs }, i) => (
        <tr
          // biome-ignore lint/suspicious/noArrayIndexKey: nodes are told apart by their place
          key={i}
          aria-selected={selected === i}
          data-name={names[i]?.text}
          onClick={() => lab.look({ selected: i })}
        >
          <td>
            {i} <span className={styles.name}>{names[i]?.text}</span>
          </td>
          <td>{operation}</td>
          <td>{inputs.join(' ')}</td>
          <Cell value={shown.values[i] as number} isAhead={!known[i]?.hasValue} />
          <Cell
            value={shown.adjoints[i] as number}
            isAhead={!known[i]?.isWhole}
            isHidden={isAsking && !known[i]?.isWhole}
          />
        </tr>
      ))}
    </Table>
  )
}
