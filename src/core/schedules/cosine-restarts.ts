import { needed, size, unchecked, whole } from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: Loshchilov & Hutter 2017, SGDR */
export const cosineRestarts = schedule({
  id: 'cosine-restarts',
  name: 'Cosine with restarts',
  torch: 'CosineAnnealingWarmRestarts',
  hyper: {
    T_0: needed(whole(({ steps }) => Math.max(1, Math.round(steps / 4)))),
    T_mult: whole(1, 'c_T'),
    eta_min: unchecked(size(0, '\\eta_{\\min}')),
  },
  rule: `
    T = where(max(k == 0, T == 0), T_0, where(c + 1 >= T, T*T_mult, T))
    c = where(max(k == 0, c + 1 >= prev(T)), 0, c + 1)
    lr = eta_min + (lr - eta_min)*(1 + cos(pi*c/T))/2
  `,
})
