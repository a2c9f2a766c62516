import { useMemo } from 'react'
import { rowsOf } from '../../../core/networks/insight/model.ts'
import { type TroubledUnit, troubledUnits } from '../../../core/networks/insight/troubledUnits.ts'
import { sizeOf } from '../../../core/networks/network.ts'
import { counted } from '../../../core/number.ts'
import type { Seen } from '../../../core/runs/watchTraining.ts'
import { useLaterShown, whenStill } from '../../../panels/lab/pace.ts'
import type { ShownTraining } from '../../../state/networks/networks.ts'
import { useNetworkLab, useSelected } from '../useNetwork.ts'
import styles from './Hand.module.css'

interface Found {
  readonly units: readonly TroubledUnit[]
  /** The points that were looked at, if they are not all that are learned from. */
  readonly few?: number
}

/** Multiplications that the page does at once without being felt. */
const most = 2e7

/** Whoever asks of the same moment is answered from here. */
const known = new WeakMap<Seen, Found>()

/** Hidden units that hardly learn, for the picture: 'layer:unit' with what is wrong; looked for when it rests. */
export function useTroubled(): ReadonlyMap<string, string> {
  const { units } = useFound()
  return useMemo(
    () => new Map(units.map(({ layer, unit, words }) => [`${layer}:${unit}`, words])),
    [units],
  )
}

/** What is wrong with hidden units, a sentence for each. */
export function Troubles() {
  const { units, few } = useFound()
  if (units.length === 0) return null
  const shown = units.slice(0, mostNamed)
  return (
    <>
      <ul className={styles.troubles} aria-label="Units in trouble">
        {shown.map(({ layer, unit, words }) => (
          <li key={`${layer}:${unit}`}>{words}.</li>
        ))}
        {units.length > mostNamed && (
          <li>{counted(units.length - mostNamed)} more units hardly learn.</li>
        )}
      </ul>
      {few !== undefined && (
        <p className={styles.words}>
          Looked at with the first {counted(few)} points alone, for the network is large.
        </p>
      )}
    </>
  )
}

const mostNamed = 6

function useFound(): Found {
  const shown = useLaterShown(useNetworkLab(), whenStill)
  const selected = useSelected()
  const seen = shown.seen[Math.min(selected, shown.seen.length - 1)]
  return useMemo(() => (seen ? foundIn(shown, seen) : { units: [] }), [shown, seen])
}

function foundIn({ prepared }: ShownTraining, seen: Seen): Found {
  const before = known.get(seen)
  if (before) return before
  const { architecture, dataset } = prepared
  const { count } = dataset.training
  const few = Math.max(1, Math.min(count, Math.floor(most / sizeOf(architecture))))
  const model = { architecture, parameters: seen.moment.parameters }
  const units = architecture.hidden.length
    ? troubledUnits(model, rowsOf(dataset.training, 0, few))
    : []
  const found = { units, ...(few < count && { few }) }
  known.set(seen, found)
  return found
}
