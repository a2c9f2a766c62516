import { free, needed } from '../hyper.ts'
import { schedule } from './schedule.ts'

export const exponential = schedule({
  id: 'exponential',
  name: 'Exponential',
  torch: 'ExponentialLR',
  source: 'PyTorch, ExponentialLR',
  hyper: { gamma: needed(free(0.95)) },
  rule: 'lr = lr*gamma^k',
})
