import { share, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

/**
 * Linear warm-up before any schedule, as SequentialLR joins LinearLR with what follows: that begins to count when the
 * warm-up is over, and its own learning rate is not used before.
 * `base` is the run's own learning rate, which the schedule has changed by then.
 * Source: Goyal et al. 2017, gradual warm-up; PyTorch, SequentialLR
 */
export const warmup = schedule({
  id: 'warmup',
  name: 'Warm-up',
  torch: 'LinearLR',
  hyper: { steps: whole(5, 'n'), start_factor: share(1 / 3, 'a') },
  rule: 'lr = where(k < steps, base*(start_factor + (1 - start_factor)*(k/steps)), lr)',
  refuses: ({ start_factor }) =>
    Number(start_factor) > 0 ? undefined : 'The warm-up needs a start factor above 0',
})
