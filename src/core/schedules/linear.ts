import { orNone, share, whole } from '../hyper.ts'
import { dividesByNone, schedule } from './schedule.ts'

/** Source: PyTorch, LinearLR */
export const linear = schedule({
  id: 'linear',
  name: 'Linear',
  torch: 'LinearLR',
  hyper: {
    start_factor: share(1 / 3, 'a'),
    end_factor: share(1, 'b'),
    total_iters: orNone(whole(5, 'n')),
  },
  rule: `
    lr = lr*where(total_iters > 0, start_factor + (end_factor - start_factor)*(min(k, total_iters)/total_iters), start_factor)
  `,
  refuses: ({ start_factor, total_iters }, course) =>
    Number(start_factor) > 0
      ? dividesByNone('LinearLR', Number(total_iters), course)
      : 'LinearLR needs a start factor above 0',
})
