import { usualRun } from '../../core/experiment/graphExperiment.ts'
import { descentFrom } from '../../state/descents/elsewhere.ts'
import styles from './GraphLab.module.css'
import { useGraphState } from './useGraph.ts'

/** From here on by descent, where it can be seen as a curve or from above. */
export function Onward() {
  const { f, run = usualRun } = useGraphState((state) => state.experiment)
  const { point, graph } = useGraphState((state) => state.prepared)
  const there = descentFrom(f, { variables: graph.loss.variables, point, run })
  return (
    there && (
      <p className={styles.onward}>
        <a href={there.link}>Descend from here: {there.title}</a>
      </p>
    )
  )
}
