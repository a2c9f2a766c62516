// The weight that is chosen, as the network stands: looked at by whoever reads or changes it.

import {
  isBias,
  nameOfPlace,
  placeOfIndex,
  type WeightName,
  type WeightPlace,
} from '../../../core/networks/places.ts'
import type { Seen } from '../../../core/runs/watchTraining.ts'
import { type Pace, useLaterShown } from '../../../panels/lab/pace.ts'
import type { ShownTraining } from '../../../state/networks/networks.ts'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'

export interface ChosenWeight {
  readonly shown: ShownTraining
  /** The run that it is of. */
  readonly selected: number
  readonly seen: Seen
  /** Its place among all parameters. */
  readonly index: number
  readonly place: WeightPlace
  readonly name: WeightName
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
  return { shown, selected, seen, ...placed(shown, parameter) }
}

/** A parameter by its place among all; the first one where there is no such, or none is chosen. */
export function placed(
  { prepared }: Pick<ShownTraining, 'prepared'>,
  parameter: number | undefined,
) {
  const { architecture } = prepared
  const wanted = parameter ?? 0
  const found = placeOfIndex(architecture, wanted)
  const index = found ? wanted : 0
  const place = found ?? { layer: 0, unit: 0, input: 0 }
  const name = nameOfPlace(architecture, place)
  return { index, place, name, isBias: isBias(architecture, place) }
}
