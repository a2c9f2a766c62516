import { atRest, useLaterShown } from '../../panels/lab/pace.ts'
import { part } from '../../ui/parts/Part.tsx'
import { Region } from '../../ui/place.tsx'
import styles from './GraphLab.module.css'
import { useGraphLab, useGraphState } from './useGraph.ts'

const GradientBench = part(
  async () => (await import('./check/GradientBench.tsx')).GradientBench,
  styles.bench,
)

/** In the place of the graph: whether a gradient can be trusted. */
export function Checking({ variable }: { readonly variable: string }) {
  const lab = useGraphLab()
  // What is dragged is checked when it rests.
  const { graph, point } = useLaterShown(lab, atRest).prepared
  const { variables } = graph.loss
  return (
    <Region name="Gradient check" className={styles.checking}>
      <header className={styles.header}>
        <h2>Gradient check</h2>
        <button
          type="button"
          // Who has come here goes on here.
          ref={(button) => button?.focus({ preventScroll: true })}
          onClick={() => lab.look({ checked: undefined })}
        >
          Back to the graph
        </button>
      </header>
      <div className={styles.bench} data-scrolls>
        <GradientBench
          graph={graph}
          point={point}
          variable={variables.includes(variable) ? variable : (variables[0] ?? variable)}
          onVariable={(checked) => lab.look({ checked })}
        />
      </div>
    </Region>
  )
}

/** The variable whose gradient is checked, if one is. */
export const useChecked = (): string | undefined => useGraphState((state) => state.checked)
