import { decay, rate } from '../hyper.ts'
import { along, type Method } from './methods/method.ts'
import { optimizer } from './optimizer.ts'

const lookAhead: Method = {
  supplies: () => [{ name: 'h', latex: '\\nabla f(x_t + \\beta(x_t - x_{t-1}))' }],
  takes: () => ({ evaluations: 1, operations: 0 }),
  begin: () => {
    let before: Float64Array | undefined
    return (problem, { beta }) => {
      const { x } = problem
      const swing = along(x, -1, before ?? x)
      before = x.slice()
      return { h: problem.at(along(x, Number(beta), swing)).g }
    }
  },
}

export const nesterov = optimizer({
  id: 'nesterov',
  name: 'Nesterov (own form)',
  source:
    'Nesterov 1983: the slope is taken where the momentum leads; PyTorch’s form only shifts the point',
  hyper: { lr: rate(1e-3), beta: decay(0.9) },
  rule: 'x = x + beta*(x - prev(x)) - lr*h',
  method: lookAhead,
})
