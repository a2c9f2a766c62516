// A written rule twice: with plain names, and with words that mean something inside.
import fc from 'fast-check'
import type { Experiment, RunSpec } from '../../experiment/experiment.ts'
import { customOptimizer } from '../../optimizers/written/custom.ts'
import { wordsWithin } from './wordsWithin.ts'
import { named, places, writtenRule } from './writtenRules.ts'

/** Names that nobody uses for anything, none of them nearly another one. */
export const plainNames: readonly string[] = ['qaqa', 'rbrb', 'scsc', 'tdtd', 'ueue', 'vgvg']

const schedules = [
  undefined,
  { kind: 'exponential', gamma: 0.9 },
  { kind: 'plateau', patience: 0, threshold: 0.3, factor: 0.5 },
  { kind: 'cosine', T_max: 5, warmup: { steps: 2 } },
  { kind: 'one-cycle', max_lr: 0.2, total_steps: 7, cycle_momentum: false },
]

const value = fc.constantFrom(0, 0.5, 1, -0.3)

/** How a rule is run: with a value for each place that turns out to be a hyper-parameter, with others after a branch. */
const manner = fc.record({
  values: fc.array(fc.array(value, { minLength: places, maxLength: places }), {
    minLength: 1,
    maxLength: 2,
  }),
  noise: fc.constantFrom(0, 0.3),
  schedule: fc.constantFrom(...schedules),
})

/** Nothing where the text cannot be read. */
function experimentOf(
  text: string,
  names: readonly string[],
  { values, noise, schedule }: typeof manner extends fc.Arbitrary<infer M> ? M : never,
): Experiment | undefined {
  const rule = named(text, names)
  let known: readonly string[]
  try {
    known = Object.keys(customOptimizer(rule).hyper)
  } catch {
    return undefined
  }
  const runs = values.map((drawn, i): RunSpec => {
    const given = names.flatMap((n, j) => (known.includes(n) ? [[n, drawn[j] as number]] : []))
    return {
      optimizer: 'custom',
      rule,
      hyper: { ...Object.fromEntries(given), lr: 0.1 },
      ...(schedule && { schedule }),
      ...(i && { from: { run: i - 1, step: 3 } }),
    }
  })
  return { f: 'x^2/2 + cos(y) + x*y/3', start: [1, 2], steps: 7, noise, runs }
}

interface Renamed {
  readonly plain: Experiment
  readonly other: Experiment
  /** What the plain names became. */
  readonly words: readonly string[]
}

/** An experiment with one set of names and with another one. */
export const renamed: fc.Arbitrary<Renamed> = fc
  .tuple(
    writtenRule,
    manner,
    fc.shuffledSubarray([...wordsWithin], { minLength: places, maxLength: places }),
  )
  .map(([text, how, words]) => {
    const [plain, other] = [plainNames, words].map((names) => experimentOf(text, names, how))
    return plain && other && { plain, other, words }
  })
  .filter((made) => made !== undefined)
