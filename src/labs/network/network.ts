// labs/network/: networks in training: what they learn, how they answer, what their numbers do.
//
// What the network lab is, and where it begins: with two classes that no line tells apart.
import { rateKey } from '../../panels/run/rateKey.ts'
import { networks } from '../../state/networks/networks.ts'
import { exportsOf } from './exporting.ts'

export const network = networks({
  id: 'network',
  initial: {
    data: { kind: 'circle' },
    layers: [4, 3],
    activation: 'tanh',
    batch: 20,
    epochs: 60,
    seed: 1,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.02 } }],
  },
  keys: [rateKey],
  exports: exportsOf,
})
