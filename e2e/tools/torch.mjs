// Looks for differences between the core, the exported scripts and PyTorch, in experiments by chance.
//   npm run torch -- --cases 10000 --seed 1
import { parseArgs } from 'node:util'
import { load } from './module.mjs'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    // So many differences are made small; the others are only counted.
    shrink: { type: 'string', default: '10' },
    // Tells also what only this allowance lets pass: start, rounding, overflow.
    show: { type: 'string', default: '' },
  },
})
const { hunt } = await load('e2e/tools/torch/hunt.ts', 'torch')
process.exitCode = await hunt({
  cases: Number(values.cases),
  seed: Number(values.seed),
  shrink: Number(values.shrink),
  show: values.show,
})
