import { factor, flag, free, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const sgd = optimizer({
  id: 'sgd',
  name: 'SGD',
  torch: 'SGD',
  source: 'Polyak 1964; Sutskever et al. 2013',
  hyper: {
    lr: rate(1e-3),
    momentum: factor(0),
    dampening: free(0),
    weight_decay: penalty(0),
    nesterov: flag(false),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    g = g + weight_decay*x
    b = momentum*b + where(t > 1, (1 - where(momentum > 0, dampening, 0))*g, g)
    x = x - lr*where(nesterov, g + momentum*b, b)
  `,
  refuses: ({ nesterov, momentum, dampening }) =>
    nesterov && (momentum === 0 || dampening !== 0)
      ? 'Nesterov momentum needs a momentum above 0 and no dampening'
      : undefined,
})
