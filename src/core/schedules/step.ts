import { free, needed, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: PyTorch, StepLR */
export const step = schedule({
  id: 'step',
  name: 'Step (staircase)',
  torch: 'StepLR',
  hyper: {
    step_size: needed(whole(({ steps }) => Math.max(1, Math.round(steps / 3)), 's')),
    gamma: free(0.1),
  },
  rule: 'lr = lr*gamma^floor(k/step_size)',
})
