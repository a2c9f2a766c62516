// The largest learning rate that works, found by running: theory knows it only for parabolas.

import type { Experiment } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { descend } from '../runs/descend.ts'

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
    const changed = { ...spec, hyper: { ...spec.hyper, lr } }
    // A branch needs the runs that it goes on from.
    const runs = (experiment.runs ?? []).map((run, i) => (i === index ? changed : run))
    const prepared = prepare({ ...experiment, runs })
    const trace = yield* descend(prepared, prepared.runs[index] as Run)
    return works(trace.outcome.kind)
  }
  const present = Number(prepare(experiment).runs[index]?.settings.lr)
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
