import { useMemo } from 'react'
import { derivativeText } from '../../../core/graphs/derivativeText.ts'
import { hessian } from '../../../core/graphs/hessian.ts'
import { valueName } from '../../../core/loss/valueName.ts'
import { atRest, useLaterShown } from '../../../panels/lab/pace.ts'
import { typeExpression } from '../../../state/graphs/edits.ts'
import { useGraphLab } from '../useGraph.ts'
import { Cell } from './Cell.tsx'
import { Table } from './Table.tsx'

/** The gradient of the gradient: a row for each slope, how it changes with each variable. */
export function Second() {
  const lab = useGraphLab()
  const { graph, point } = useLaterShown(lab, atRest).prepared
  const { variables, values } = useMemo(() => hessian(graph, point), [graph, point])
  return (
    <Table name="Hessian" columns={['∂ by', ...variables]}>
      {variables.map((name, i) => (
        <tr key={name}>
          <th scope="row">
            <Slope name={name} of={valueName(variables)} />
          </th>
          {variables.map((other, k) => (
            <Cell key={other} value={values[i]?.[k] ?? Number.NaN} />
          ))}
        </tr>
      ))}
    </Table>
  )
}

/** ∂f/∂variable, which has a graph of its own. */
function Slope({ name, of }: { readonly name: string; readonly of: string }) {
  const lab = useGraphLab()
  const words = `∂${of}/∂${name}`
  const open = () => {
    const slope = derivativeText(lab.store.getState().prepared.graph, name)
    if ('problem' in slope) lab.complain(slope.problem)
    else lab.change(typeExpression(slope.text))
  }
  return (
    <button
      type="button"
      aria-label={`Graph of ${words}`}
      title="Open it as a graph"
      onClick={open}
    >
      {words}
    </button>
  )
}
