import { penalty, rate } from '../../hyper.ts'
import { solve } from '../../linear.ts'
import { optimizer } from '../optimizer.ts'
import type { Method } from './method.ts'

const method: Method = {
  supplies: (variables) =>
    variables === 1
      ? [{ name: 'h', latex: "f''(x_t)" }]
      : [{ name: 'd', latex: '-(\\nabla^2 f(x_t) + \\delta I)^{-1} g_t' }],
  // The Hessian is a gradient for each variable.
  takes: (_, variables) => ({ evaluations: 1 + 4 * variables, operations: variables ** 3 }),
  begin:
    () =>
    (problem, { damping }) => {
      const { g } = problem.here()
      const h = problem.hessian()
      if (g.length === 1) return { h: h[0] as number }
      const damped = h.map((value, i) => value + (i % (g.length + 1) === 0 ? Number(damping) : 0))
      return {
        d: solve(
          damped,
          g.map((value) => -value),
        ),
      }
    },
}

export const newton = optimizer({
  id: 'newton',
  name: 'Newton',
  source: 'Nocedal & Wright 2006, section 3.3; damping: Levenberg 1944',
  hyper: { lr: rate(1), damping: penalty(0, '\\delta') },
  rule: (variables) =>
    variables === 1
      ? `
    d = -g/(h + damping)
    x = x + lr*d`
      : 'x = x + lr*d',
  method,
})
