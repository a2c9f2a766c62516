import { factor, needed } from '../hyper.ts'
import { schedule } from './schedule.ts'

/** Source: lecture form: η₀e^(−kt) */
export const expDecay = schedule({
  id: 'exp-decay',
  name: 'Exponential decay (lecture)',
  hyper: { k: { ...needed(factor(0.05, '\\kappa')), as: 'decay' } },
  rule: 'lr = lr*exp(-decay*k)',
})
