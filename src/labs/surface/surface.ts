// What the surface lab is: two variables, and where it begins.
import { ExperimentError } from '../../core/experimentError.ts'
import { readLoss } from '../../core/loss/loss.ts'
import type { LabKind } from '../../state/lab/lab.ts'

export const surface = {
  id: 'surface',
  initial: {
    f: 'ravine',
    start: [-3.5, -2],
    steps: 60,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.04, momentum: 0.8 } }],
  },
  check({ f, params }) {
    const { variables } = readLoss(f, params)
    if (variables.length !== 2) {
      const others = variables.length === 1 ? 'one' : variables.length
      throw new ExperimentError(
        `A surface has two variables, but f has ${others}: ${variables.join(', ')}`,
      )
    }
  },
} as const satisfies LabKind
