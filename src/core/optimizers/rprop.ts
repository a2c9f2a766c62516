import { factor, flag, rate, size, unchecked } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const rprop = optimizer({
  id: 'rprop',
  name: 'Rprop',
  torch: 'Rprop',
  source: 'Riedmiller & Braun 1993',
  hyper: {
    lr: rate(1e-2, '\\eta_0'),
    etas: { etaminus: factor(0.5), etaplus: factor(1.2) },
    step_sizes: { smin: unchecked(size(1e-6)), smax: unchecked(size(50)) },
    maximize: flag(false),
  },
  rule: `
    s_0 = lr
    g = where(maximize, -g, g)
    c = g*prev(g)
    s = s*where(c > 0, etaplus, where(c < 0, etaminus, 1))
    s = min(max(s, smin), smax)
    g = where(c < 0, 0, g)
    x = x - s*sign(g)
  `,
  refuses: ({ etaminus, etaplus }) =>
    Number(etaminus) > 0 && Number(etaminus) < 1 && Number(etaplus) > 1
      ? undefined
      : 'Rprop needs an eta minus between 0 and 1 and an eta plus above 1',
})
