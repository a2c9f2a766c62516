// What the curve lab is: one variable, and where it begins.
import { ExperimentError } from '../../core/experimentError.ts'
import { readLoss } from '../../core/loss/loss.ts'
import type { LabKind } from '../../state/lab/lab.ts'

export const curve = {
  id: 'curve',
  initial: {
    f: 'tanhsin',
    start: [8],
    steps: 15,
    runs: [{ optimizer: 'adam', hyper: { lr: 2 } }],
  },
  check({ f, params }) {
    const { variables } = readLoss(f, params)
    if (variables.length > 1) {
      throw new ExperimentError(
        `A curve has one variable, but f has ${variables.length}: ${variables.join(', ')}`,
      )
    }
  },
} as const satisfies LabKind
