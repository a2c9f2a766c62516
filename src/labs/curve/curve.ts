// labs/curve/: descents of functions of one variable.
//
// What the curve lab is: descents of functions of one variable, and where it begins.
import { exportsOf } from '../../panels/plot/exporting.ts'
import { rateKey } from '../../panels/run/rateKey.ts'
import { descents } from '../../state/descents/descents.ts'

export const curve = descents({
  id: 'curve',
  variables: 1,
  initial: {
    f: 'tanhsin',
    start: [8],
    steps: 15,
    runs: [{ optimizer: 'adam', hyper: { lr: 2 } }],
  },
  keys: [rateKey],
  exports: exportsOf,
})
