import { fma } from '../../fma.ts'
import { bounded, choice, epsilon, orNone, rate, unchecked, whole } from '../../hyper.ts'
import type { Settings } from '../../rules/switches.ts'
import { optimizer } from '../optimizer.ts'
import { dot, type Evaluation, largest, type Method, type Problem } from './method.ts'
import { strongWolfe, torchLineSearch } from './strong-wolfe.ts'

/** What is kept from iteration to iteration, over all steps. */
interface Memory {
  iterations: number
  direction: Float64Array
  length: number
  gradient: Float64Array
  /** Curvature of the first guess, inverted. */
  scale: number
  /** Differences of gradients and of points, oldest first. */
  readonly pairs: { readonly y: Float64Array; readonly s: Float64Array; readonly rho: number }[]
}

/** x + t·d as PyTorch adds it: with the one rounding of its vector instructions. */
const along = (x: Float64Array, t: number, d: Float64Array): Float64Array =>
  x.map((value, i) => fma(t, d[i] as number, value))

/** Pairs with less curvature than this are passed over. */
const leastCurvature = 1e-10

/** One step of PyTorch's is up to max_iter iterations, as in torch/optim/lbfgs.py. */
const method: Method = {
  supplies: () => [
    { name: 'n', latex: '\\text{inner iterations}', shared: true, whole: true },
    {
      name: 'z',
      latex: 'x_t + \\sum_{i=1}^{n} \\alpha_i d_i,\\; d_i = -H_i\\nabla f',
      place: true,
    },
  ],
  // Each iteration goes twice over the pairs that are kept.
  takes({ max_iter, max_eval, history_size, strong_wolfe }, variables) {
    const search = strong_wolfe ? torchLineSearch.mostTrials : 0
    const inPair = 10 + 4 * variables
    return {
      evaluations: Number(max_eval) + search,
      operations: Number(max_iter) * Number(history_size) * inPair,
    }
  },
  begin: () => {
    const none = new Float64Array()
    const memory: Memory = {
      iterations: 0,
      direction: none,
      length: 0,
      gradient: none,
      scale: 1,
      pairs: [],
    }
    return (problem, settings) => {
      const { x, iterations } = iterate(problem, memory, settings)
      return { n: iterations, z: x }
    }
  },
}

function iterate(problem: Problem, memory: Memory, settings: Settings) {
  const { lr, max_iter, max_eval, tolerance_grad, tolerance_change } = settings as Numbers
  let { x } = problem
  let now = problem.here()
  let evaluations = 1
  const counted = (point: Float64Array) => {
    evaluations++
    return problem.at(point)
  }
  if (largest(now.g) <= tolerance_grad || max_iter < 1) return { x, iterations: 0 }
  for (let i = 1; ; i++) {
    memory.iterations++
    const d = nextDirection(memory, now.g, Number(settings.history_size))
    const isFirst = memory.iterations === 1
    memory.direction = d
    memory.gradient = now.g
    memory.length = isFirst ? Math.min(1, 1 / now.g.reduce((a, v) => a + Math.abs(v), 0)) * lr : lr
    if (dot(now.g, d) > -tolerance_change) return { x, iterations: i }
    const before = now
    if (settings.strong_wolfe) {
      const origin = x
      const first = { t: memory.length, isTensor: isFirst && memory.length !== lr }
      const found = strongWolfe((t) => counted(along(origin, t, d)), first, d, now)
      memory.length = found.t
      now = found
      x = along(x, found.t, d)
    } else {
      x = along(x, memory.length, d)
      // In the last iteration PyTorch moves without looking again.
      if (i !== max_iter) now = counted(x)
    }
    if (i === max_iter || evaluations >= max_eval) return { x, iterations: i }
    if (hasSettled(now, before, memory, tolerance_grad, tolerance_change))
      return { x, iterations: i }
  }
}

type Numbers = Readonly<
  Record<'lr' | 'max_iter' | 'max_eval' | 'tolerance_grad' | 'tolerance_change', number>
>

const hasSettled = (
  now: Evaluation,
  before: Evaluation,
  { direction, length }: Memory,
  toleranceGrad: number,
  toleranceChange: number,
) =>
  largest(now.g) <= toleranceGrad ||
  largest(direction.map((value) => value * length)) <= toleranceChange ||
  Math.abs(now.f - before.f) < toleranceChange

/** −H·g by the two loops over the kept pairs (Nocedal & Wright 2006, Algorithm 7.4). */
function nextDirection(memory: Memory, g: Float64Array, most: number): Float64Array {
  const { pairs } = memory
  if (memory.iterations === 1) return g.map((value) => -value)
  const y = g.map((value, i) => value - (memory.gradient[i] as number))
  const s = memory.direction.map((value) => value * memory.length)
  // A branch may keep fewer than are there, which PyTorch never comes to.
  if (pairs.length > most) pairs.splice(0, pairs.length - most)
  const curvature = dot(y, s)
  if (curvature > leastCurvature) {
    if (pairs.length === most) pairs.shift()
    pairs.push({ y, s, rho: 1 / curvature })
    memory.scale = curvature / dot(y, y)
  }
  const weights = pairs.map(() => 0)
  let q: Float64Array = g.map((value) => -value)
  for (let i = pairs.length - 1; i >= 0; i--) {
    const pair = pairs[i] as Memory['pairs'][number]
    weights[i] = dot(pair.s, q) * pair.rho
    q = along(q, -(weights[i] as number), pair.y)
  }
  let r: Float64Array = q.map((value) => value * memory.scale)
  pairs.forEach((pair, i) => {
    r = along(r, (weights[i] as number) - dot(pair.y, r) * pair.rho, pair.s)
  })
  return r
}

const searchNote = `Tries up to ${torchLineSearch.mostTrials} step lengths, as PyTorch up to 2.9. Later versions stop a search at max_eval.`

export const lbfgs = optimizer({
  id: 'lbfgs',
  name: 'L-BFGS',
  torch: 'LBFGS',
  source: 'Liu & Nocedal 1989; PyTorch, torch/optim/lbfgs.py',
  hyper: {
    lr: rate(1),
    max_iter: orNone(bounded(20)),
    max_eval: orNone(bounded(({ of }) => Math.floor((of('max_iter') * 5) / 4))),
    tolerance_grad: unchecked(epsilon(1e-7)),
    tolerance_change: unchecked(epsilon(1e-9)),
    history_size: whole(100),
    line_search_fn: choice([[null], ['strong_wolfe', 'strong_wolfe', searchNote]]),
  },
  rule: 'x = z',
  method,
})
