import { choice, epsilon, factor, size, unchecked, wholeOrNone } from '../hyper.ts'
import { schedule } from './schedule.ts'

// It is told the loss before each step. What it decides holds from the next step on.
/** Source: PyTorch, ReduceLROnPlateau */
export const plateau = schedule({
  id: 'plateau',
  name: 'Reduce on plateau',
  torch: 'ReduceLROnPlateau',
  hyper: {
    mode: choice([['min'], ['max', 'rising']]),
    factor: unchecked(factor(0.1)),
    patience: wholeOrNone(10),
    threshold: unchecked(epsilon(1e-4)),
    threshold_mode: choice([['rel'], ['abs', 'absolute']]),
    cooldown: wholeOrNone(0),
    min_lr: unchecked(size(0)),
    eps: unchecked(epsilon(1e-8)),
  },
  rule: `
    scale_0 = 1
    best_0 = where(rising, -∞, ∞)
    bad_0 = 0
    rest_0 = 0
    base = lr
    lr = lr*scale
    low = where(absolute, best - threshold, best*(1 - threshold))
    high = where(absolute, best + threshold, best*(1 + threshold))
    better = where(rising, f > high, f < low)
    best = where(better, f, best)
    bad = where(better + (rest > 0), 0, bad + 1)
    rest = where(rest > 0, rest - 1, rest)
    less = max(lr*factor, min_lr)
    scale = where((bad > patience)*(lr - less > eps), less/base, scale)
    rest = where(bad > patience, cooldown, rest)
    bad = where(bad > patience, 0, bad)
  `,
  refuses: ({ factor: times }) =>
    Number(times) < 1 ? undefined : 'The factor of ReduceLROnPlateau must be below 1',
})
