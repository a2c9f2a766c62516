import { share, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

export const constant = schedule({
  id: 'constant',
  name: 'Constant factor at first',
  torch: 'ConstantLR',
  source: 'PyTorch, ConstantLR',
  hyper: { factor: share(1 / 3, 'a'), total_iters: whole(5, 'n') },
  rule: 'lr = lr*where(k < total_iters, factor, 1)',
  // PyTorch divides by it when the time is over.
  refuses: ({ factor: times }) =>
    Number(times) > 0 ? undefined : 'ConstantLR needs a factor above 0',
})
