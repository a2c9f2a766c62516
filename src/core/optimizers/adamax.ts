import { decay, epsilon, flag, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const adamax = optimizer({
  id: 'adamax',
  name: 'Adamax',
  torch: 'Adamax',
  source: 'Kingma & Ba 2015, Algorithm 2',
  hyper: {
    lr: rate(2e-3),
    betas: { beta1: decay(0.9), beta2: decay(0.999) },
    eps: epsilon(1e-8),
    weight_decay: penalty(0),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    g = g + weight_decay*x
    m = beta1*m + (1 - beta1)*g
    u = max(beta2*u, abs(g) + eps)
    x = x - lr/(1 - beta1^t)*(m/u)
  `,
})
