import { between, bounded, rate } from '../../hyper.ts'
import { optimizer } from '../optimizer.ts'
import { searches } from './line-search.ts'
import { along, dot, largest, type Method } from './method.ts'
import { strongWolfe, torchLineSearch } from './strong-wolfe.ts'

/** Slopes below this are of rounding: the point stays. */
export const flat = 1e-10
/** The first trial is at most so many times as long as the step before. */
export const mostGrowth = 10

/** Polak and Ribière's β, never below 0; a direction that does not lead down is given up for the steepest one. */
const method: Method = {
  supplies: () => [
    {
      name: 'beta',
      latex: '\\max\\left(0, \\frac{g_t^{\\top}(g_t - g_{t-1})}{g_{t-1}^{\\top} g_{t-1}}\\right)',
      shared: true,
    },
    {
      name: 'alpha',
      latex: '\\text{a step length that meets the strong Wolfe conditions}',
      shared: true,
    },
  ],
  takes: searches,
  begin: () => {
    let before: { g: Float64Array; d: Float64Array; slope: number; alpha: number } | undefined
    return (problem, { lr, c1, c2, max_ls }) => {
      const here = problem.here()
      const { g } = here
      let beta = 0
      let d: Float64Array = g.map((value) => -value)
      if (before && dot(before.g, before.g) > 0) {
        const change = along(g, -1, before.g)
        const wanted = Math.max(0, dot(g, change) / dot(before.g, before.g))
        const bent = along(d, wanted, before.d)
        if (dot(g, bent) < 0) [beta, d] = [wanted, bent]
      }
      const slope = dot(g, d)
      if (!(slope < 0) || largest(g) <= flat) return { beta, alpha: 0 }
      // As long as the change to first order of the step before (Nocedal & Wright, equation 3.60).
      const first = before?.alpha
        ? Math.min((before.alpha * before.slope) / slope, mostGrowth * before.alpha)
        : Number(lr)
      const { t } = strongWolfe((a) => problem.at(along(problem.x, a, d)), first, d, here, {
        ...torchLineSearch,
        c1: Number(c1),
        c2: Number(c2),
        mostTrials: Number(max_ls),
      })
      before = { g, d, slope, alpha: t }
      return { beta, alpha: t }
    }
  },
}

export const cg = optimizer({
  id: 'cg',
  name: 'Conjugate gradient',
  source: 'Polak & Ribière 1969; Nocedal & Wright 2006, Algorithm 5.4 and equation 5.45 (PR+)',
  hyper: {
    lr: rate(1),
    c1: between(1e-4, 'c_1'),
    c2: between(0.1, 'c_2'),
    max_ls: bounded(25, 'n_{\\max}'),
  },
  rule: `
    d = beta*d - g
    x = x + alpha*d
  `,
  method,
  refuses: ({ c1 = 0, c2 = 1 }) =>
    c1 < c2 ? undefined : 'A Wolfe search needs a C 1 below its C 2',
})
