import { share, wholeOrNone } from '../hyper.ts'
import { schedule } from './schedule.ts'

export const constant = schedule({
  id: 'constant',
  name: 'Constant factor at first',
  torch: 'ConstantLR',
  source: 'PyTorch, ConstantLR',
  hyper: { factor: share(1 / 3, 'a'), total_iters: wholeOrNone(5, 'n') },
  rule: 'lr = lr*where(k < total_iters, factor, 1)',
})
