import { written } from '../../../core/graphs/names.ts'
import { exact } from '../../../core/number.ts'
import { Region } from '../../../ui/place.tsx'
import { useGraphState, useMoment } from '../useGraph.ts'
import styles from './Tables.module.css'

/** What PyTorch's script prints: each variable and f, with its value and the gradient; and .grad, once backward() was called. */
export function Variables() {
  const { graph, shown, names } = useMoment()
  const grads = useGraphState((state) => state.grads)
  const sums = grads?.graph === graph ? grads.sums : undefined
  const { variables } = graph.loss
  const rows = variables.map((name) => {
    const i = graph.nodes.findIndex((node) => node.operation === 'input' && node.name === name)
    return {
      name,
      value: shown.prepared.point[name] ?? Number.NaN,
      gradient: i < 0 ? 0 : (shown.adjoints[i] as number),
    }
  })
  const root = {
    name: names.at(-1)?.text ?? 'f',
    value: shown.values.at(-1) ?? Number.NaN,
    gradient: 1,
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
          {[...rows, root].map(({ name, value, gradient }) => (
            <tr key={name}>
              <td>{name}</td>
              <td title={exact(value)}>{written(value)}</td>
              <td title={exact(gradient)}>{written(gradient)}</td>
              {sums && <td>{sums[name] === undefined ? '' : written(sums[name])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  )
}
