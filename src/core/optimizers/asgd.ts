import { count, flag, free, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

// As in PyTorch, eta and mu are those of the step before: they are renewed after they are used.
export const asgd = optimizer({
  id: 'asgd',
  name: 'ASGD',
  torch: 'ASGD',
  source: 'Polyak & Juditsky 1992; Bottou 2012',
  hyper: {
    lr: rate(1e-2, '\\eta_0'),
    lambd: free(1e-4),
    alpha: free(0.75),
    t0: count(1e6),
    weight_decay: penalty(0),
    maximize: flag(false),
  },
  rule: `
    eta_0 = lr
    mu_0 = 1
    g = where(maximize, -g, g)
    g = g + weight_decay*x
    x = (1 - lambd*eta)*x - eta*g
    xbar = where(mu == 1, x, xbar + mu*(x - xbar))
    eta = lr/(1 + lambd*lr*t)^alpha
    mu = 1/max(1, t - t0)
  `,
})
