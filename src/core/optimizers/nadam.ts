import { decay, epsilon, factor, flag, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const nadam = optimizer({
  id: 'nadam',
  name: 'NAdam',
  torch: 'NAdam',
  source: 'Dozat 2016',
  hyper: {
    lr: rate(2e-3),
    betas: { beta1: decay(0.9), beta2: decay(0.999) },
    eps: epsilon(1e-8),
    weight_decay: penalty(0),
    momentum_decay: factor(4e-3),
    decoupled_weight_decay: flag(false),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    g = g + where(decoupled_weight_decay, 0, weight_decay)*x
    mu = beta1*(1 - 0.96^(t*momentum_decay)/2)
    munext = beta1*(1 - 0.96^((t + 1)*momentum_decay)/2)
    Pi_0 = 1
    Pi = Pi*mu
    Pinext = Pi*munext
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mhat = (1 - mu)*(g/(1 - Pi)) + munext*(m/(1 - Pinext))
    vhat = v/(1 - beta2^t)
    x = x - lr*(mhat/(sqrt(vhat) + eps) + where(decoupled_weight_decay, weight_decay, 0)*x)
  `,
})
