// What can stand on the axes of a map: every number of a run, of its start and of its function.
import type { Experiment, Interval } from '../experiment/experiment.ts'
import type { Prepared } from '../experiment/prepare.ts'
import { lastRun, numericHypers, turning } from '../studies/turning.ts'
import type { Scale } from './mapExperiment.ts'

/** A number of an experiment that can be another one. */
export interface Quantity {
  readonly of: string
  readonly kind: 'hyper' | 'start' | 'param'
  /** Where it is usually looked at. */
  readonly interval: Interval
  readonly scale: Scale
  readonly isWhole: boolean
  /**
   * The experiment with another value, whether or not that can be run.
   * @param before the hyper-parameters that were put into it before, with their values
   */
  readonly put: (
    experiment: Experiment,
    value: number,
    before: Readonly<Record<string, number>>,
  ) => Experiment
}

/** All that there is, by name: those of the last run. */
export function quantitiesOf(prepared: Prepared): Map<string, Quantity> {
  const all = [...starts(prepared), ...parameters(prepared), ...hypers(prepared)]
  return new Map(all.map((quantity) => [quantity.of, quantity]))
}

/** So far to both sides, or twice as far as the start is. */
const usualReach = 5

const starts = ({ loss: { variables, entry }, start }: Prepared): Quantity[] =>
  variables.map((variable, i) => {
    const reach = Math.max(usualReach, 2 * Math.abs(start[i] as number))
    return {
      of: `start.${variable}`,
      kind: 'start',
      interval: entry?.domain[i] ?? [-reach, reach],
      scale: 'linear',
      isWhole: false,
      put: (experiment, value) => ({
        ...experiment,
        start: (experiment.start ?? start).map((other, j) => (j === i ? value : other)),
      }),
    }
  })

const parameters = ({ loss: { entry } }: Prepared): Quantity[] =>
  Object.entries(entry?.parameters ?? {}).map(([name, { range }]) => ({
    of: `param.${name}`,
    kind: 'param',
    interval: range,
    scale: 'linear',
    isWhole: false,
    put: (experiment, value) => ({
      ...experiment,
      params: { ...experiment.params, [name]: value },
    }),
  }))

const hypers = (prepared: Prepared): Quantity[] => {
  const run = lastRun(prepared)
  const index = prepared.runs.length - 1
  return [...numericHypers(run)].map(([name, { kind }]) => ({
    of: name,
    kind: 'hyper',
    interval: kind.range,
    scale: kind.scale === 'logarithmic' ? 'log' : 'linear',
    isWhole: kind.whole === true,
    put: (other, value, before) => {
      // Of a tuple the other parts stay as they are by now.
      const settings = { ...run.settings, ...before }
      return turning(other, index, name, { ...run, settings })(value)
    },
  }))
}
