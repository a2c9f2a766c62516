import { factor, suggesting, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

export const polynomial = schedule({
  id: 'polynomial',
  name: 'Polynomial',
  torch: 'PolynomialLR',
  source: 'PyTorch, PolynomialLR',
  hyper: {
    total_iters: suggesting(whole(5, 'n'), ({ steps }) => Math.max(1, steps)),
    power: factor(1, 'p'),
  },
  rule: 'lr = lr*(1 - min(k, total_iters)/total_iters)^power',
})
