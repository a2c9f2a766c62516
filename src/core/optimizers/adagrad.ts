import { epsilon, factor, flag, penalty, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const adagrad = optimizer({
  id: 'adagrad',
  name: 'Adagrad',
  torch: 'Adagrad',
  source: 'Duchi, Hazan & Singer 2011',
  hyper: {
    lr: rate(1e-2),
    lr_decay: factor(0),
    weight_decay: penalty(0),
    initial_accumulator_value: factor(0),
    eps: epsilon(1e-10),
    maximize: flag(false),
  },
  rule: `
    v_0 = initial_accumulator_value
    g = where(maximize, -g, g)
    g = g + weight_decay*x
    v = v + g^2
    x = x - lr/(1 + (t - 1)*lr_decay)*(g/(sqrt(v) + eps))
  `,
})
