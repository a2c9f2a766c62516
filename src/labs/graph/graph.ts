// labs/graph/: an expression as the graph of its operations: forward, backward, and whether a gradient can be trusted.
//
// What the graph lab is, and where it begins: with the lecture's example.
import { rateKey } from '../../panels/run/rateKey.ts'
import { graphs } from '../../state/graphs/graphs.ts'
import { exportsOf } from './exporting.ts'
import { labelSize, sizeOf } from './picture/sizes.ts'

export const graph = graphs({
  id: 'graph',
  initial: { f: '2*(x*y + max(z, w))', start: { x: 3, y: -4, z: 2, w: -1 } },
  sizes: { node: sizeOf, label: labelSize },
  keys: [rateKey],
  exports: exportsOf,
})
