// core/bugs/: the bug zoo: one file for each mistake that changes a rule or what its closure answers.
//
// The bug zoo, in the order of the list: one file each, one line here.
import type { Bug } from './bug.ts'
import { epsInside } from './eps-inside.ts'
import { l2Decay } from './l2-decay.ts'
import { lrInside } from './lr-inside.ts'
import { noBiasCorrection } from './no-bias-correction.ts'
import { noZeroGrad } from './no-zero-grad.ts'
import { staleClosure } from './stale-closure.ts'

export const bugs: readonly Bug[] = [
  noZeroGrad,
  noBiasCorrection,
  epsInside,
  l2Decay,
  staleClosure,
  lrInside,
]
