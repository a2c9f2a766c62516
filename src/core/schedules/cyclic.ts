import {
  choice,
  factor,
  flag,
  free,
  needed,
  orNone,
  rate,
  suggesting,
  unchecked,
  whole,
} from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: Smith 2017, Cyclical Learning Rates */
export const cyclic = schedule({
  id: 'cyclic',
  name: 'Cyclic',
  torch: 'CyclicLR',
  hyper: {
    base_lr: needed(unchecked(rate(({ lr }) => lr / 4, '\\eta_{\\min}'))),
    max_lr: needed(unchecked(rate(({ lr }) => lr, '\\eta_{\\max}'))),
    step_size_up: suggesting(whole(2000, 'n_{+}'), ({ steps }) =>
      Math.max(1, Math.round(steps / 6)),
    ),
    step_size_down: orNone(whole(({ of }) => of('step_size_up'), 'n_{-}')),
    mode: choice([['triangular'], ['triangular2', 'halving'], ['exp_range', 'shrinking']]),
    gamma: free(1),
    cycle_momentum: flag(true),
    base_momentum: unchecked(factor(0.8, '\\mu_{\\min}')),
    max_momentum: unchecked(factor(0.9, '\\mu_{\\max}')),
  },
  rule: `
    c = floor(1 + k/(step_size_up + step_size_down))
    p = 1 + k/(step_size_up + step_size_down) - c
    q = step_size_up/(step_size_up + step_size_down)
    h = where(p <= q, p/q, (p - 1)/(q - 1))
    h = where(halving, h/2^(c - 1), where(shrinking, h*gamma^k, h))
    lr = base_lr + (max_lr - base_lr)*h
  `,
  momentum: 'momentum = max_momentum - (max_momentum - base_momentum)*h',
  // Rounded as at the ends of the way, where h is 0 and 1.
  momentumWithin({ base_momentum, max_momentum, shrinking, gamma }) {
    if (shrinking && !(Number(gamma) >= 0 && Number(gamma) <= 1)) return undefined
    const [base, max] = [Number(base_momentum), Number(max_momentum)]
    const end = max - (max - base)
    return [Math.min(max, end), Math.max(max, end)]
  },
})
