import { valueName } from '../../../core/loss/valueName.ts'
import { Region } from '../../../ui/place.tsx'
import { useGraphState, useMomentAtRest } from '../useGraph.ts'
import { Cell } from './Cell.tsx'
import styles from './Tables.module.css'

/** What PyTorch's script prints: each variable and f, with its value and the gradient; and .grad, once backward() was called. */
export function Variables() {
  const { graph, shown, known } = useMomentAtRest()
  const isAsking = useGraphState((state) => state.isAsking)
  const grads = useGraphState((state) => state.grads)
  const sums = grads?.graph === graph ? grads.sums : undefined
  const { variables } = graph.loss
  const rows = variables.map((name) => {
    const i = graph.nodes.findIndex((node) => node.operation === 'input' && node.name === name)
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
    <Region name="All variables" className={styles.scroller} data-scrolls tabIndex={0}>
      <table aria-label="Variables">
        <thead>
          <tr>
            {['name', 'value', 'gradient', ...(sums ? ['.grad'] : [])].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, root].map(({ name, value, gradient, isHidden }) => (
            <tr key={name} data-name={name}>
              <td>{name}</td>
              <Cell value={value} />
              <Cell value={gradient} isHidden={isHidden} />
              {sums && (sums[name] === undefined ? <td /> : <Cell value={sums[name]} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  )
}
