import { factor, orNone, suggesting, unchecked, whole } from '../hyper.ts'
import { dividesByNone, schedule } from './schedule.ts'

/** Source: PyTorch, PolynomialLR */
export const polynomial = schedule({
  id: 'polynomial',
  name: 'Polynomial',
  torch: 'PolynomialLR',
  hyper: {
    total_iters: suggesting(orNone(whole(5, 'n')), ({ steps }) => Math.max(1, steps)),
    power: unchecked(factor(1, 'p')),
  },
  rule: 'lr = lr*where(total_iters > 0, (1 - min(k, total_iters)/total_iters)^power, 1)',
  refuses({ total_iters, power }, course) {
    const total = Number(total_iters)
    if (Number(power) < 0 && total > 0 && total <= course.steps)
      return 'PolynomialLR needs a power of at least 0: at the end it would divide by 0'
    return dividesByNone('PolynomialLR', total, course)
  },
})
