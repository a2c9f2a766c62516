import { decay, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const heavyBall = optimizer({
  id: 'heavy-ball',
  name: 'Heavy ball (Polyak)',
  source: 'Polyak 1964: the learning rate weighs the slope alone, not the momentum',
  hyper: { lr: rate(1e-3), beta: decay(0.9) },
  rule: 'x = x - lr*g + beta*(x - prev(x))',
})
