import { schedule } from './schedule.ts'

/** Source: lecture form: η₀/√(t + 1); Robbins & Monro 1951 for why it may not fall faster than 1/t */
export const inverseSqrt = schedule({
  id: 'inverse-sqrt',
  name: 'Inverse root (lecture)',
  hyper: {},
  rule: 'lr = lr/sqrt(k + 1)',
})
