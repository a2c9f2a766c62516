import { share, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

export const linear = schedule({
  id: 'linear',
  name: 'Linear',
  torch: 'LinearLR',
  source: 'PyTorch, LinearLR',
  hyper: { start_factor: share(1 / 3, 'a'), end_factor: share(1, 'b'), total_iters: whole(5, 'n') },
  rule: 'lr = lr*(start_factor + (end_factor - start_factor)*(min(k, total_iters)/total_iters))',
  refuses: ({ start_factor }) =>
    Number(start_factor) > 0 ? undefined : 'LinearLR needs a start factor above 0',
})
