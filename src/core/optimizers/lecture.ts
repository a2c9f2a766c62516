// The lecture's notation, where it differs from PyTorch's.
import { decay, epsilon, rate } from '../hyper.ts'
import { optimizer } from './optimizer.ts'

export const momentumAverage = optimizer({
  id: 'momentum-average',
  name: 'Momentum (average)',
  source: 'lecture form: the velocity is an average, with 1 − β before the gradient',
  hyper: { lr: rate(1e-2), beta: decay(0.9) },
  rule: `
    m = beta*m + (1 - beta)*g
    x = x - lr*m
  `,
})

export const rmspropInside = optimizer({
  id: 'rmsprop-inside',
  name: 'RMSprop (ε inside)',
  source: 'lecture form: ε stands inside the root',
  hyper: { lr: rate(1e-2), alpha: decay(0.99), eps: epsilon(1e-8) },
  rule: `
    v = alpha*v + (1 - alpha)*g^2
    x = x - lr*(g/sqrt(v + eps))
  `,
})

export const adamPlain = optimizer({
  id: 'adam-plain',
  name: 'Adam (plain)',
  source: 'lecture form: no bias correction, ε inside the root',
  hyper: { lr: rate(1e-2), betas: { beta1: decay(0.9), beta2: decay(0.999) }, eps: epsilon(1e-8) },
  rule: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    x = x - lr*(m/sqrt(v + eps))
  `,
})
