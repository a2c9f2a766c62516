import { usualRun } from '../../core/experiment/graphExperiment.ts'
import { partsOf } from '../../core/experiment/parts.ts'
import { isVariable } from '../../core/language/spelling.ts'
import { encodeLink } from '../../state/links/encodeLink.ts'
import styles from './GraphLab.module.css'
import { useGraphState } from './useGraph.ts'

/** The labs that descend functions of so many variables. */
const labs = new Map([
  [1, { lab: 'curve', title: 'Curve' }],
  [2, { lab: 'surface', title: 'Surface' }],
])

/** From here on by descent, where it can be seen as a curve or from above. */
export function Onward() {
  const experiment = useGraphState((state) => state.experiment)
  const { point, graph } = useGraphState((state) => state.prepared)
  const { variables } = graph.loss
  const there = labs.get(variables.length)
  if (!there || !variables.every(isVariable)) return null
  const link = encodeLink(partsOf([]), {
    lab: there.lab,
    f: experiment.f,
    start: variables.map((name) => point[name] ?? 1),
    steps: 50,
    runs: [experiment.run ?? usualRun],
  })
  return (
    <p className={styles.onward}>
      <a href={link}>Descend from here: {there.title}</a>
    </p>
  )
}
