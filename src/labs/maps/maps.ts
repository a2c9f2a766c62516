// labs/maps/: what happens for every value of two quantities of a descent: maps, their mark, and the run at it.
//
// What the maps lab is, and where it begins: with the four valleys into which the starts of Himmelblau's function fall.
import type { MapExperiment } from '../../core/maps/mapExperiment.ts'
import { rateKey } from '../../panels/run/rateKey.ts'
import { maps as kind } from '../../state/maps/maps.ts'
import { exportsOf } from './exporting.ts'

export const maps = kind({
  initial: {
    f: 'himmelblau',
    start: [-0.5, 0.5],
    steps: 100,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 } }],
  } satisfies MapExperiment,
  keys: [rateKey],
  exports: exportsOf,
})
