// The weight that is chosen, as the network stands: looked at by whoever reads or changes it.

import type { Sign } from '../../../core/networks/insight/signs.ts'
import type { WeightPlace } from '../../../core/networks/places.ts'
import type { Seen } from '../../../core/runs/watchTraining.ts'
import { type Pace, useLaterShown } from '../../../panels/lab/pace.ts'
import type { ShownTraining } from '../../../state/networks/networks.ts'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'
import { placed } from './stepOf.ts'

export interface ChosenWeight {
  readonly shown: ShownTraining
  /** The run that it is of. */
  readonly selected: number
  readonly seen: Seen
  /** Its place among all parameters. */
  readonly index: number
  readonly place: WeightPlace
  readonly name: Sign
  readonly isBias: boolean
}

/** The chosen weight of the selected run, at the pace of whoever shows it. */
export function useChosenWeight(pace: Pace): ChosenWeight {
  const lab = useNetworkLab()
  const shown = useLaterShown(lab, pace)
  const wanted = useNetworkState((state) => state.selected)
  const parameter = useNetworkState((state) => state.parameter)
  const selected = Math.min(wanted, shown.seen.length - 1)
  const seen = shown.seen[selected] as Seen
  return { shown, selected, seen, ...placed(shown.prepared, parameter) }
}
