// labs/network/model/: the network that is trained, as controls: layers, activations, where parameters begin, batches
// and epochs.
import { sizeOf } from '../../../core/networks/network.ts'
import { counted } from '../../../core/number.ts'
import { Region } from '../../../ui/place.tsx'
import { Unsaid } from '../Unsaid.tsx'
import { useNetworkState } from '../useNetwork.ts'
import { Course } from './Course.tsx'
import { Layers } from './Layers.tsx'
import styles from './Model.module.css'
import { useRebuild } from './useRebuild.ts'

/** The network that is trained, and how it is: all but the optimizer. */
export function ModelPanel() {
  const architecture = useNetworkState(({ prepared }) => prepared.architecture)
  const { inputs, hidden, outputs } = architecture
  const { rebuild, deepen, told } = useRebuild()
  return (
    <Region name="Model" className={styles.model}>
      <header className={styles.header}>
        <h2>Model</h2>
        <p>
          {[inputs, ...hidden, outputs].join('–')}, {counted(sizeOf(architecture))} parameters
        </p>
      </header>
      <Layers rebuild={rebuild} deepen={deepen} />
      <Course rebuild={rebuild} />
      <p role="status" className={styles.told}>
        {told}
      </p>
      <Unsaid part="weights" className={styles.told} />
    </Region>
  )
}
