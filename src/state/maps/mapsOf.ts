// The maps of an experiment: one for each run, or why there is none.
import { runsOf } from '../../core/experiment/parts.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import type { MapExperiment } from '../../core/maps/mapExperiment.ts'
import { type PreparedMap, prepareMap } from '../../core/maps/prepareMap.ts'

type Maps = readonly (PreparedMap | ExperimentError)[]

const known = new WeakMap<MapExperiment, Maps>()

/** One for each run of an experiment; where its quantities are not those of a run, the sentence that says so. */
export function mapsOf(experiment: MapExperiment): Maps {
  const found = known.get(experiment) ?? runsOf(experiment).map((_, run) => mapOf(experiment, run))
  known.set(experiment, found)
  return found
}

function mapOf(experiment: MapExperiment, run: number): PreparedMap | ExperimentError {
  try {
    return prepareMap(experiment, run)
  } catch (error) {
    if (error instanceof ExperimentError) return error
    throw error
  }
}
