// How many hidden layers a network has: those that were taken away come back as they were.
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { completedNetwork } from '../../core/experiment/networkParts.ts'
import type { Edit } from './changes.ts'
import { reshaped } from './edits.ts'

/** Hidden layers by their places: those that are there, and behind them those that were. */
export interface KnownLayers {
  readonly units: readonly number[]
  readonly activations: readonly string[]
}

export const noLayers: KnownLayers = { units: [], activations: [] }

/** The layers of an experiment, and behind them those of before. */
export function knownLayers(experiment: NetworkExperiment, before: KnownLayers): KnownLayers {
  const { layers, activation } = completedNetwork(experiment)
  const each = typeof activation === 'string' ? layers.map(() => activation) : activation
  return {
    units: [...layers, ...before.units.slice(layers.length)],
    activations: [...each, ...before.activations.slice(layers.length)],
  }
}

/** Units of a layer where there never was one. */
const usualUnits = 8

/** So many hidden layers, as they are known; one that never was is as the last one. */
export const setDepth = (count: number, { units, activations }: KnownLayers): Edit =>
  reshaped((experiment) => {
    const { activation } = completedNetwork(experiment)
    const places = Array.from({ length: count }, (_, layer) => layer)
    return {
      ...experiment,
      layers: places.map((layer) => units[layer] ?? units.at(-1) ?? usualUnits),
      ...(typeof activation !== 'string' && {
        activation: places.map((layer) => activations[layer] ?? activations.at(-1) ?? 'tanh'),
      }),
    }
  })
