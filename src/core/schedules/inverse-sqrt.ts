import { schedule } from './schedule.ts'

export const inverseSqrt = schedule({
  id: 'inverse-sqrt',
  name: 'Inverse root (lecture)',
  source: 'lecture form: η₀/√(t + 1); Robbins & Monro 1951 for why it may not fall faster than 1/t',
  hyper: {},
  rule: 'lr = lr/sqrt(k + 1)',
})
