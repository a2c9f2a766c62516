import { decay, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const lion = optimizer({
  id: 'lion',
  name: 'Lion',
  source: 'Chen et al. 2023, Program 1',
  hyper: {
    lr: rate(1e-4),
    betas: { beta1: decay(0.9), beta2: decay(0.99) },
    weight_decay: penalty(0),
  },
  rule: `
    c = beta1*m + (1 - beta1)*g
    m = beta2*m + (1 - beta2)*g
    x = x - lr*(sign(c) + weight_decay*x)
  `,
})
