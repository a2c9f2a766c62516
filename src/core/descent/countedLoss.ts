// The function as methods ask it: counted, recorded, and with the mistakes of the bug zoo in its closure.
import type { Bug } from '../bugs/bug.ts'
import { gradient } from '../language/derivative.ts'
import type { Expression } from '../language/expression.ts'
import { compile, run as execute } from '../language/program.ts'
import type { Loss } from '../loss/loss.ts'
import { along, type Evaluation, type Problem } from '../optimizers/methods/method.ts'
import type { Probes } from './trace.ts'

/** The function where a step begins. */
export interface Observed {
  readonly k: number
  readonly x: Float64Array
  readonly f: number
  /** With the noise of the step. */
  readonly g: Float64Array
  /** What is added to the gradient wherever it is asked for in this step: one mini-batch makes one step. */
  readonly noise?: Float64Array
}

export interface CountedLoss extends Problem {
  /** A new step begins. */
  readonly begin: (here: Observed) => void
  /** How many evaluations the step has taken. */
  readonly spent: () => number
  /** All inner evaluations so far. */
  readonly probes: () => Probes
}

/** Some expressions of the loss's variables as one function of the point. */
function field(expressions: readonly Expression[], { variables }: Loss) {
  const { code, memory, input, outputs } = compile(expressions)
  const at = variables.map((v) => input(v) ?? -1)
  return (x: Float64Array): Float64Array => {
    at.forEach((register, i) => {
      if (register >= 0) memory[register] = x[i] as number
    })
    execute(code, memory)
    return Float64Array.from(outputs, (register) => memory[register] as number)
  }
}

/** More inner evaluations than these nobody looks at; they are counted all the same. */
const mostProbes = 100_000

/** The function of a loss for one run. */
export function countedLoss(loss: Loss, bugs: readonly Bug[]): CountedLoss {
  const { expression, variables } = loss
  const slopes = gradient(expression, variables)
  const withGradient = field([expression, ...slopes], loss)
  let curvatures: ReturnType<typeof field> | undefined
  const isStale = bugs.some(({ inClosure }) => inClosure === 'stale')
  const accumulates = bugs.some(({ inClosure }) => inClosure === 'accumulated')
  const total = new Float64Array(variables.length)
  const record = { k: [] as number[], x: [] as number[], f: [] as number[] }
  let here: Observed | undefined
  let spent = 0
  let stale: Float64Array = total

  /** What a backward() leaves in the gradient. */
  const left = (g: Float64Array): Float64Array => {
    if (!accumulates) return g
    g.forEach((value, i) => {
      total[i] = (total[i] as number) + value
    })
    return total.slice()
  }
  /** What the closure finds there. */
  const seen = (g: Float64Array) => (isStale ? stale : left(g))
  const ask = (x: Float64Array): Evaluation => {
    const [f = Number.NaN, ...slope] = withGradient(x)
    const { noise } = here as Observed
    spent++
    if (record.k.length < mostProbes) {
      record.k.push((here as Observed).k)
      record.x.push(...x)
      record.f.push(f)
    }
    const g = Float64Array.from(slope)
    return { f, g: noise ? along(g, 1, noise) : g }
  }
  return {
    get x() {
      return (here as Observed).x
    },
    begin(point) {
      here = point
      // Whose closure is stale has computed the gradient before, with a call of its own.
      spent = isStale ? 1 : 0
      if (isStale) stale = left(point.g)
    },
    here() {
      spent++
      const { f, g } = here as Observed
      return { f, g: seen(g) }
    },
    at(x) {
      const { f, g } = ask(x)
      return { f, g: seen(g) }
    },
    value: (x) => ask(x).f,
    hessian() {
      curvatures ??= field(
        slopes.flatMap((slope) => gradient(slope, variables)),
        loss,
      )
      return curvatures((here as Observed).x)
    },
    spent: () => spent,
    probes: () => ({
      step: Int32Array.from(record.k),
      x: Float64Array.from(record.x),
      f: Float64Array.from(record.f),
    }),
  }
}
