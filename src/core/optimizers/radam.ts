import { decay, epsilon, flag, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const radam = optimizer({
  id: 'radam',
  name: 'RAdam',
  torch: 'RAdam',
  source: 'Liu et al. 2020, Algorithm 2',
  hyper: {
    lr: rate(1e-3),
    betas: { beta1: decay(0.9), beta2: decay(0.999) },
    eps: epsilon(1e-8),
    weight_decay: penalty(0),
    decoupled_weight_decay: flag(false),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    g = g + where(decoupled_weight_decay, 0, weight_decay)*x
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mhat = m/(1 - beta1^t)
    rhoinf = 2/(1 - beta2) - 1
    rho = rhoinf - 2*t*(beta2^t/(1 - beta2^t))
    r = sqrt((rho - 4)*(rho - 2)*rhoinf/((rhoinf - 4)*(rhoinf - 2)*rho))
    l = sqrt(1 - beta2^t)/(sqrt(v) + eps)
    x = x - lr*(where(rho > 5, mhat*r*l, mhat) + where(decoupled_weight_decay, weight_decay, 0)*x)
  `,
})
