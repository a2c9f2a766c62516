// core/optimizers/: one file for each optimizer, and the list of them.
//
// The optimizers, in the order of the menu: one file each, one line here.
import { adadelta } from './adadelta.ts'
import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { adamax } from './adamax.ts'
import { adamw } from './adamw.ts'
import { asgd } from './asgd.ts'
import { heavyBall } from './heavy-ball.ts'
import { adamPlain, momentumAverage, rmspropInside } from './lecture.ts'
import { lion } from './lion.ts'
import { adafactor } from './methods/adafactor.ts'
import { cg } from './methods/cg.ts'
import { lbfgs } from './methods/lbfgs.ts'
import { gdArmijo, gdWolfe } from './methods/line-search.ts'
import { newton } from './methods/newton.ts'
import { muon } from './muon.ts'
import { nadam } from './nadam.ts'
import { nesterov } from './nesterov.ts'
import type { Optimizer } from './optimizer.ts'
import { radam } from './radam.ts'
import { rmsprop } from './rmsprop.ts'
import { rprop } from './rprop.ts'
import { sgd } from './sgd.ts'

export const optimizers: readonly Optimizer[] = [
  sgd,
  adam,
  adamw,
  adamax,
  nadam,
  radam,
  adagrad,
  adadelta,
  adafactor,
  rmsprop,
  rprop,
  asgd,
  lbfgs,
  lion,
  momentumAverage,
  rmspropInside,
  adamPlain,
  heavyBall,
  nesterov,
  gdArmijo,
  gdWolfe,
  cg,
  newton,
]

/** Those that need weight matrices. */
export const matrixOptimizers: readonly Optimizer[] = [muon]
