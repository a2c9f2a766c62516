import { average, epsilon, factor, flag, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

// As in PyTorch, the memories gbar and b are left alone in steps that do not use them.
export const rmsprop = optimizer({
  id: 'rmsprop',
  name: 'RMSprop',
  torch: 'RMSprop',
  source: 'Tieleman & Hinton 2012, lecture 6.5; centered: Graves 2013',
  hyper: {
    lr: rate(1e-2),
    alpha: average(0.99),
    eps: epsilon(1e-8),
    weight_decay: penalty(0),
    momentum: factor(0),
    centered: flag(false),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    g = g + weight_decay*x
    v = alpha*v + (1 - alpha)*g^2
    gbar = where(centered, alpha*gbar + (1 - alpha)*g, gbar)
    s = where(centered, v - gbar^2, v)
    b = where(momentum > 0, momentum*b + g/(sqrt(s) + eps), b)
    x = x - lr*where(momentum > 0, b, g/(sqrt(s) + eps))
  `,
})
