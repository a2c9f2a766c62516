import { useMemo } from 'react'
import { pointsAt } from '../../../core/networks/insight/model.ts'
import { roseOf } from '../../../core/networks/insight/rose.ts'
import { atRest, useLaterShown } from '../../../panels/lab/pace.ts'
import { GradientRose } from '../charts/GradientRose.tsx'
import { useNetworkLab, useSelected } from '../useNetwork.ts'

/** More multiplications are not done beside the picture. */
const mostWork = 2e8

/** Each point's own gradient, when the picture rests. */
export function Rose() {
  const { seen, prepared } = useLaterShown(useNetworkLab(), atRest)
  const { moment } = seen[useSelected()] ?? seen[0] ?? {}
  const { dataset, architecture, loss } = prepared
  const rose = useMemo(() => {
    if (!moment || moment.batch.length * moment.parameters.length > mostWork) return undefined
    const examples = pointsAt(dataset.training, moment.batch)
    return roseOf({ architecture, parameters: moment.parameters }, { examples, loss })
  }, [moment, dataset, architecture, loss])
  if (!moment) return null
  if (!rose) return <p>So many gradients take too long here: choose a smaller batch or network.</p>
  return (
    <GradientRose
      samples={Array.from(rose.along, (along, i) => ({ along, across: rose.across[i] as number }))}
      meanNorm={rose.meanNorm}
      batch={moment.batch.length}
      spread={rose.spread}
    />
  )
}
