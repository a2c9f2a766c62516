// state/maps/: the kind of lab that maps descents: its axes, its mark, and what becomes of them.
//
// The kind of lab that shows what happens for every value of two quantities, and the descent at the mark.
import type { Experiment } from '../../core/experiment/experiment.ts'
import type { Parts } from '../../core/experiment/part.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { theValue } from '../../core/loss/valueName.ts'
import { type MapExperiment, mapsId } from '../../core/maps/mapExperiment.ts'
import { mapParts } from '../../core/maps/mapParts.ts'
import { type DescentKind, descentsThat } from '../descents/descents.ts'
import { fitted } from './fitted.ts'
import { mapsOf } from './mapsOf.ts'

/** What a map is drawn of can be drawn beside it, too. */
const mostVariables = 2

/** Checks what a map cannot do without: that something can be drawn of one run at least. */
function check(experiment: MapExperiment): void {
  const { variables } = readLoss(experiment.f, experiment.params)
  if (variables.length > mostVariables)
    throw new ExperimentError(
      `A map has one or two variables, but ${theValue(variables)} has ${variables.length}: ${variables.join(', ')}`,
    )
  const maps = mapsOf(experiment)
  if (maps.every((map) => map instanceof ExperimentError)) throw maps[0]
}

type Options = Pick<DescentKind, 'initial' | 'exports' | 'keys'>

/** Makes a kind of lab that maps descents. */
export function maps(options: Options): DescentKind {
  const kind = descentsThat({
    ...options,
    id: mapsId,
    // An experiment without a map is one with the usual map.
    parts: mapParts as unknown as Parts<Experiment>,
    check,
  })
  return {
    ...kind,
    takes: (said: Partial<MapExperiment>) => said.map !== undefined,
    consider: (change, state) =>
      kind.consider?.((before) => fitted(change(before), before), state) ?? { problems: [] },
  }
}
