// labs/surface/: descents of functions of two variables.
//
// What the surface lab is: descents of functions of two variables, and where it begins.
import { exportsOf } from '../../panels/plot/exporting.ts'
import { rateKey } from '../../panels/run/rateKey.ts'
import { descents } from '../../state/descents/descents.ts'
import { looks } from './looks.ts'

export const surface = descents({
  id: 'surface',
  variables: 2,
  shows: looks,
  initial: {
    f: 'ravine',
    start: [-3.5, -2],
    steps: 60,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.04, momentum: 0.8 } }],
  },
  keys: [rateKey],
  exports: exportsOf,
})
