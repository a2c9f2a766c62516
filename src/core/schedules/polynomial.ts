import { factor, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

export const polynomial = schedule({
  id: 'polynomial',
  name: 'Polynomial',
  torch: 'PolynomialLR',
  source: 'PyTorch, PolynomialLR',
  hyper: { total_iters: whole(5, 'n'), power: factor(1, 'p') },
  rule: 'lr = lr*(1 - min(k, total_iters)/total_iters)^power',
})
