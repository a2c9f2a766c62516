import { needed, size, unchecked, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: Loshchilov & Hutter 2017, equation 5 */
export const cosine = schedule({
  id: 'cosine',
  name: 'Cosine',
  torch: 'CosineAnnealingLR',
  hyper: {
    T_max: needed(whole(({ steps }) => Math.max(1, steps), 'T_{\\max}')),
    eta_min: unchecked(size(0, '\\eta_{\\min}')),
  },
  rule: 'lr = eta_min + (lr - eta_min)*(1 + cos(pi*k/T_max))/2',
})
