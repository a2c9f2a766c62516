import { epsilon, flag, multiplier, penalty, share } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const adadelta = optimizer({
  id: 'adadelta',
  name: 'Adadelta',
  torch: 'Adadelta',
  source: 'Zeiler 2012, Algorithm 1',
  hyper: {
    lr: multiplier(1),
    rho: share(0.9),
    eps: epsilon(1e-6),
    weight_decay: penalty(0),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    g = g + weight_decay*x
    v = rho*v + (1 - rho)*g^2
    d = sqrt(u + eps)/sqrt(v + eps)*g
    u = rho*u + (1 - rho)*d^2
    x = x - lr*d
  `,
})
