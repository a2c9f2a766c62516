import { epsilon, falling, flag, penalty, rate, threshold } from '../../hyper.ts'
import { parse } from '../../language/parse.ts'
import { compileFunction } from '../../language/program.ts'
import { optimizer } from '../optimizer.ts'
import { dot, type Method } from './method.ts'

/** The lines whose results the method needs before the rule does them. */
const average = 'v + t^beta2_decay*(g^2 - v)'
const update = 'g/sqrt(max(v, eps1^2))'

const rms = (a: Float64Array): number => Math.sqrt(dot(a, a)) / Math.sqrt(a.length)

/** The sizes of whole vectors, which no line of single coordinates can tell. */
const method: Method = {
  supplies: () => [
    { name: 'r', latex: '\\operatorname{RMS}(x_t)', shared: true },
    { name: 'q', latex: '\\operatorname{RMS}(u_t)', shared: true },
  ],
  // The average and the update of each coordinate, and two sums.
  takes: (_, variables) => ({ evaluations: 1, operations: 20 * variables }),
  begin: () => {
    const averaged = compileFunction(parse(average), ['v', 't', 'beta2_decay', 'g'])
    const updated = compileFunction(parse(update), ['g', 'v', 'eps1'])
    let t = 0
    let v: Float64Array | undefined
    return (problem, { beta2_decay, eps1 }) => {
      const { g } = problem.here()
      const before = v ?? new Float64Array(g.length)
      t++
      v = g.map((slope, i) => averaged(before[i] as number, t, Number(beta2_decay), slope))
      const u = v.map((value, i) => updated(g[i] as number, value, Number(eps1)))
      return { r: rms(problem.x), q: rms(u) }
    }
  },
}

// For vectors, as PyTorch has it: only of matrices and more are the squares kept as row and column sums.
export const adafactor = optimizer({
  id: 'adafactor',
  name: 'Adafactor',
  torch: 'Adafactor',
  source: 'Shazeer & Stern 2018, Algorithm 5; PyTorch, torch/optim/_adafactor.py',
  hyper: {
    lr: rate(1e-2),
    beta2_decay: falling(-0.8, '\\tau'),
    eps: { eps1: epsilon(() => Number.EPSILON), eps2: epsilon(1e-3) },
    d: threshold(1),
    weight_decay: penalty(0),
    maximize: flag(false),
  },
  rule: `
    g = where(maximize, -g, g)
    v = ${average}
    u = ${update}
    alpha = max(eps2, r)*min(lr, 1/sqrt(t))
    x = (1 - lr*weight_decay)*x
    x = x - alpha/max(1, q/d)*u
  `,
  method,
})
