import { decay, epsilon, flag, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const adamw = optimizer({
  id: 'adamw',
  name: 'AdamW',
  torch: 'AdamW',
  source: 'Loshchilov & Hutter 2019, Algorithm 2',
  hyper: {
    lr: rate(1e-3),
    betas: { beta1: decay(0.9), beta2: decay(0.999) },
    eps: epsilon(1e-8),
    weight_decay: penalty(1e-2),
    amsgrad: flag(false),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    vmax = where(amsgrad, max(vmax, v), vmax)
    s = where(amsgrad, vmax, v)
    mhat = m/(1 - beta1^t)
    vhat = s/(1 - beta2^t)
    x = x - lr*(mhat/(sqrt(vhat) + eps) + weight_decay*x)
  `,
})
