// Gradient descent that looks before it steps. The inner evaluations are the price, and are counted.
import { between, bounded, rate } from '../../hyper.ts'
import { optimizer } from '../optimizer.ts'
import { along, dot, type Method } from './method.ts'
import { strongWolfe, torchLineSearch } from './strong-wolfe.ts'

/** A search along a line asks once more where it starts. */
export const searches: Method['takes'] = ({ max_ls }) => ({
  evaluations: 1 + Number(max_ls),
  operations: 0,
})

const backtracking: Method = {
  supplies: () => [
    {
      name: 'n',
      latex:
        '\\text{the first with } f(x_t - \\eta\\rho^n g_t) \\le f(x_t) - c_1\\eta\\rho^n g_t^2',
      shared: true,
      whole: true,
    },
  ],
  takes: searches,
  begin:
    () =>
    (problem, { lr, c1, rho, max_ls }) => {
      const { f, g } = problem.here()
      const square = dot(g, g)
      for (let n = 0; n < Number(max_ls); n++) {
        const alpha = Number(lr) * Number(rho) ** n
        if (problem.value(along(problem.x, -alpha, g)) <= f - Number(c1) * alpha * square)
          return { n }
      }
      // No step was short enough: the point stays.
      return { n: Number.POSITIVE_INFINITY }
    },
}

export const gdArmijo = optimizer({
  id: 'gd-armijo',
  name: 'GD with Armijo',
  source: 'Armijo 1966; Nocedal & Wright 2006, Algorithm 3.1',
  hyper: {
    lr: rate(1),
    c1: between(1e-4, 'c_1'),
    rho: between(0.5),
    max_ls: bounded(25, 'n_{\\max}'),
  },
  rule: `
    alpha = lr*rho^n
    x = x - alpha*g
  `,
  method: backtracking,
})

const searching: Method = {
  supplies: () => [
    {
      name: 'alpha',
      latex: '\\text{a step length that meets the strong Wolfe conditions}',
      shared: true,
    },
  ],
  takes: searches,
  begin:
    () =>
    (problem, { lr, c1, c2, max_ls }) => {
      const here = problem.here()
      const d = here.g.map((value) => -value)
      if (!(dot(here.g, d) < 0)) return { alpha: 0 }
      const { t } = strongWolfe((a) => problem.at(along(problem.x, a, d)), Number(lr), d, here, {
        ...torchLineSearch,
        c1: Number(c1),
        c2: Number(c2),
        mostTrials: Number(max_ls),
      })
      return { alpha: t }
    },
}

export const gdWolfe = optimizer({
  id: 'gd-wolfe',
  name: 'GD with Wolfe',
  source: 'Wolfe 1969; Nocedal & Wright 2006, Algorithms 3.5 and 3.6',
  hyper: {
    lr: rate(1),
    c1: between(1e-4, 'c_1'),
    c2: between(0.9, 'c_2'),
    max_ls: bounded(25, 'n_{\\max}'),
  },
  rule: 'x = x - alpha*g',
  method: searching,
  refuses: ({ c1 = 0, c2 = 1 }) =>
    c1 < c2 ? undefined : 'A Wolfe search needs a C 1 below its C 2',
})
