// core/schedules/: one file for each schedule: lines before the rule.
//
// The schedules, in the order of the menu: one file each, one line here. Without a schedule the learning rate is constant.
import { constant } from './constant.ts'
import { cosine } from './cosine.ts'
import { cosineRestarts } from './cosine-restarts.ts'
import { cyclic } from './cyclic.ts'
import { expDecay } from './exp-decay.ts'
import { exponential } from './exponential.ts'
import { inverseSqrt } from './inverse-sqrt.ts'
import { linear } from './linear.ts'
import { multistep } from './multistep.ts'
import { oneCycle } from './one-cycle.ts'
import { plateau } from './plateau.ts'
import { polynomial } from './polynomial.ts'
import type { Schedule } from './schedule.ts'
import { step } from './step.ts'

export const schedules: readonly Schedule[] = [
  step,
  multistep,
  exponential,
  cosine,
  cosineRestarts,
  linear,
  constant,
  polynomial,
  cyclic,
  oneCycle,
  plateau,
  inverseSqrt,
  expDecay,
]
