import { inputPlace } from '../../../core/graphs/graph.ts'
import { valueName } from '../../../core/loss/valueName.ts'
import { useGraphState, useMomentAtRest } from '../useGraph.ts'
import { Cell } from './Cell.tsx'
import { Table } from './Table.tsx'

/** What PyTorch's script prints: each variable and f, with its value and the gradient; and .grad, once backward() was called. */
export function Variables() {
  const { graph, shown, known } = useMomentAtRest()
  const isAsking = useGraphState((state) => state.isAsking)
  const grads = useGraphState((state) => state.grads)
  const sums = grads?.graph === graph ? grads.sums : undefined
  const { variables } = graph.loss
  const rows = variables.map((name) => {
    const i = inputPlace(graph, name)
    return {
      name,
      value: shown.prepared.point[name] ?? Number.NaN,
      gradient: i < 0 ? 0 : (shown.adjoints[i] as number),
      isHidden: isAsking && known[i]?.isWhole === false,
    }
  })
  const root = {
    name: valueName(variables),
    value: shown.values.at(-1) ?? Number.NaN,
    gradient: 1,
    isHidden: false,
  }
  return (
    <Table name="Variables" columns={['name', 'value', 'gradient', ...(sums ? ['.grad'] : [])]}>
      {[...rows, root].map(({ name, value, gradient, isHidden }) => (
        <tr key={name} data-name={name}>
          <td>{name}</td>
          <Cell value={value} />
          <Cell value={gradient} isHidden={isHidden} />
          {sums && (sums[name] === undefined ? <td /> : <Cell value={sums[name]} />)}
        </tr>
      ))}
    </Table>
  )
}
