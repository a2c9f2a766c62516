// The learning rate: what suits a function, and how much is too much.
import type { LossFunction } from '../functions/function.ts'
import { hyperOf, type Optimizer } from '../optimizers/optimizer.ts'
import { descend, runExperiment } from './descend.ts'
import type { Experiment } from './experiment.ts'
import { optimizerById, prepare, type Run } from './prepare.ts'

/** A learning rate that walks through the domain in some hundred steps, for rules whose step does not depend on the slope. */
const shareOfDomain = 0.02

/**
 * The learning rate that the page writes when a person chooses this function or this optimizer: the catalogue's for
 * rules that step in proportion to the slope, a share of the domain for those that do not, else PyTorch's default.
 */
export function suggestedRate(optimizer: Optimizer, entry: LossFunction | undefined): number {
  const lr = hyperOf(optimizer).get('lr')
  const fallback = Number(lr?.value)
  if (!entry || !lr?.kind.suggested) return fallback
  if (isProportional(optimizer)) return entry.rate
  const [from, to] = entry.domain[0] as readonly [number, number]
  return Number(((to - from) * shareOfDomain).toPrecision(1))
}

/** Whether twice the slope makes twice the first step: found by taking it. */
function isProportional({ id }: Optimizer): boolean {
  const firstStep = (slope: number) => {
    const [trace] = runExperiment({
      f: `${slope}*x`,
      start: [0],
      steps: 1,
      runs: [{ optimizer: id }],
    })
    return trace?.x[1] ?? 0
  }
  return Math.abs(firstStep(2) / firstStep(1) - 2) < 0.1
}

/** What the search looks for: a run that neither blows up nor goes to and fro. */
const works = (kind: string) => kind !== 'diverged' && kind !== 'oscillating'
const decades = 12
const perDecade = 8
const refinements = 12

/**
 * The largest learning rate below the present one with which a run works, found by running. Yields between runs.
 * @returns two significant digits, or undefined if none is found within twelve decades
 */
export function* largestRate(
  experiment: Experiment,
  index: number,
): Generator<number, number | undefined> {
  const spec = experiment.runs?.[index]
  if (!spec) return undefined
  const runWith = function* (lr: number): Generator<number, boolean> {
    const prepared = prepare({ ...experiment, runs: [{ ...spec, hyper: { ...spec.hyper, lr } }] })
    const trace = yield* descend(prepared, prepared.runs[0] as Run)
    return works(trace.outcome.kind)
  }
  const present = Number(spec.hyper?.lr ?? hyperOf(optimizerById(spec.optimizer)).get('lr')?.value)
  let bad = present
  for (let i = 1; i <= decades * perDecade; i++) {
    const lr = present * 10 ** (-i / perDecade)
    if (!(yield* runWith(lr))) {
      bad = lr
      continue
    }
    let good = lr
    for (let j = 0; j < refinements; j++) {
      const middle = Math.sqrt(good * bad)
      if (yield* runWith(middle)) good = middle
      else bad = middle
    }
    const rounded = floorTo(good, 2)
    return (yield* runWith(rounded)) ? rounded : good
  }
  return undefined
}

/** Rounded down to some significant digits. */
function floorTo(value: number, digits: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - digits + 1)
  return Number((Math.floor(value / unit) * unit).toPrecision(digits))
}
