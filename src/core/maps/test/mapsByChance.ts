// Maps by chance, of all optimizers over all functions, of any two of their quantities.
import fc from 'fast-check'
import { attempted } from '../../attempted.ts'
import type { RunSpec, ScheduleSpec } from '../../experiment/experiment.ts'
import { functions } from '../../functions/index.ts'
import { optimizers } from '../../optimizers/index.ts'
import { descentAt } from '../axis.ts'
import type { AxisSpec, MapExperiment } from '../mapExperiment.ts'
import { prepareMap } from '../prepareMap.ts'

const walkers = optimizers.filter(({ method, matrices }) => !method && !matrices)
const usualSchedules: readonly (ScheduleSpec | undefined)[] = [
  undefined,
  { kind: 'exponential', gamma: 0.95 },
  { kind: 'cosine', T_max: 30 },
  { warmup: { steps: 5 } },
]

interface Drawn {
  readonly f: string
  readonly optimizer: string
  readonly schedule: ScheduleSpec | undefined
  readonly hyper: NonNullable<RunSpec['hyper']>
  readonly noise: number
  readonly x: number
  readonly y: number
}

/**
 * An experiment, and which two of its quantities are the axes.
 * @param hypers of plain gradient descent, which has the options that most depends on
 */
export const mapsByChance = (
  schedules = usualSchedules,
  hypers: readonly Drawn['hyper'][] = [{}, { momentum: 0.7 }],
): fc.Arbitrary<Drawn> =>
  fc.record({
    f: fc.constantFrom(...functions.map(({ id }) => id)),
    optimizer: fc.constantFrom(...walkers.map(({ id }) => id)),
    schedule: fc.constantFrom(...schedules),
    hyper: fc.constantFrom(...hypers),
    noise: fc.constantFrom(0, 0, 0.1),
    x: fc.nat(),
    y: fc.nat(),
  })

/** Nothing for what cannot be drawn. */
export function mapOf(
  { x, y, schedule, hyper, ...drawn }: Drawn,
  size = 5,
): MapExperiment | undefined {
  const { f, optimizer, noise } = drawn
  const own = optimizer === 'sgd' ? hyper : {}
  const runs = [{ optimizer, hyper: own, ...(schedule && { schedule }) }]
  const experiment = { f, noise, steps: 30, runs }
  return attempted(() => {
    const names = [...descentAt(experiment).known.keys()]
    const axes = [x, y].map((n): AxisSpec => ({ of: names[n % names.length] as string }))
    const map = { x: axes[0] as AxisSpec, y: axes[1] as AxisSpec, size, show: 'loss' as const }
    prepareMap({ ...experiment, map })
    return { ...experiment, map }
  })
}
