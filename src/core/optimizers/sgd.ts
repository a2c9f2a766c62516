import { factor, flag, free, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

// As in PyTorch, a step without momentum leaves the memory b alone; n counts the steps that did not.
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
    n = where(momentum == 0, n, n + 1)
    b = where(momentum == 0, b, momentum*b + where(n > 1, (1 - dampening)*g, g))
    x = x - lr*where(momentum == 0, g, where(nesterov, g + momentum*b, b))
  `,
  refuses: ({ nesterov, momentum, dampening }) =>
    nesterov && (momentum === 0 || dampening !== 0)
      ? 'Nesterov momentum needs a momentum above 0 and no dampening'
      : undefined,
})
