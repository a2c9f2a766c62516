import { average, epsilon, factor, flag, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

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
    gbar = alpha*gbar + (1 - alpha)*g
    s = where(centered, v - gbar^2, v)
    b = momentum*b + g/(sqrt(s) + eps)
    x = x - lr*b
  `,
})
