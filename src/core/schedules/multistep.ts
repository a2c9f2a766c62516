import { free } from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: PyTorch, MultiStepLR */
export const multistep = schedule({
  id: 'multistep',
  name: 'Several steps',
  torch: 'MultiStepLR',
  hyper: {
    milestones: {
      list: ({ steps }) => [Math.round(steps / 2), Math.round((3 * steps) / 4)],
      needed: true,
    },
    gamma: free(0.1),
  },
  rule: ({ milestones = [] }) =>
    `lr = lr*gamma^(${milestones.map((milestone) => `(k >= ${milestone})`).join(' + ') || '0'})`,
})
