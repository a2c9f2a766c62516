import { free, needed } from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: PyTorch, ExponentialLR */
export const exponential = schedule({
  id: 'exponential',
  name: 'Exponential',
  torch: 'ExponentialLR',
  hyper: { gamma: needed(free(0.95)) },
  rule: 'lr = lr*gamma^k',
})
