import { orNone, share, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: PyTorch, ConstantLR */
export const constant = schedule({
  id: 'constant',
  name: 'Constant factor at first',
  torch: 'ConstantLR',
  hyper: { factor: share(1 / 3, 'a'), total_iters: orNone(whole(5, 'n')) },
  // As in PyTorch, where no step is the last one the factor stays, but behind a warm-up it is over before it begins.
  rule: (_, isWarmed) =>
    `lr = lr*where(total_iters == 0, ${isWarmed ? '1' : 'factor'}, where(k < total_iters, factor, 1))`,
  // PyTorch divides by it when the time is over.
  refuses: ({ factor: times, total_iters }, { steps }) =>
    Number(times) > 0 || Number(total_iters) === 0 || Number(total_iters) > steps
      ? undefined
      : 'ConstantLR needs a factor above 0',
})
