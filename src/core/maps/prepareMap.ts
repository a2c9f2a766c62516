// From the experiment of a map as written to one that can be swept, and from a pixel of it to its descent.
import type { Experiment, Interval } from '../experiment/experiment.ts'
import { checkForm } from '../experiment/form.ts'
import { complete } from '../experiment/part.ts'
import type { Prepared } from '../experiment/prepare.ts'
import { attempt, ExperimentError, type Fault, refuse, within } from '../experimentError.ts'
import type { Loss } from '../loss/loss.ts'
import { type Axis, askedAxes, axisFor, descentAt, valueAt } from './axis.ts'
import type { MapExperiment, MapSpec } from './mapExperiment.ts'
import { mapLimits } from './mapLimits.ts'
import { mapParts, specParts } from './mapParts.ts'
import { minimaOf } from './minima.ts'

export interface PreparedMap extends Required<Pick<MapSpec, 'show' | 'size' | 'tolerance'>> {
  /** The descent at the mark, of a single run or of one with those that it branched off from. */
  readonly experiment: Experiment
  readonly prepared: Prepared
  readonly x: Axis
  readonly y: Axis
  /** Those that are known before anything runs. */
  readonly minima: () => Loss['minima']
}

/**
 * Checks a map and looks up what its axes are.
 * @param run whose map it is, of several
 * @throws ExperimentError with one sentence for a student
 */
export function prepareMap(experiment: MapExperiment, run = 0): PreparedMap {
  checkForm(mapParts, experiment, 'An experiment')
  const asked = experiment.map ?? {}
  within(['map'], () => checkForm(specParts, asked, 'A map'))
  const { show, size, tolerance } = complete(specParts, asked) as PreparedMap
  const { known, ...descent } = descentAt(experiment, run)
  const faults: Fault[] = []
  attempt(faults, ['map', 'size'], () => checkSize(size, descent.prepared.steps))
  const [askedX, askedY] = askedAxes(experiment, known)
  const x = attempt(faults, ['map', 'x'], () => axisFor(askedX, known, size))
  const y = attempt(faults, ['map', 'y'], () => axisFor(askedY, known, size))
  attempt(faults, ['map', 'y'], () => {
    if (x && x.of === y?.of)
      throw new ExperimentError(`Both axes are ${x.of}: choose something else for one of them`)
  })
  refuse(faults)
  const { loss } = descent.prepared
  const intervals = loss.variables.map((v) => known.get(`start.${v}`)?.interval ?? [0, 0])
  let minima: Loss['minima'] | undefined
  return {
    ...descent,
    ...{ show, size, tolerance, x: x as Axis, y: y as Axis },
    minima() {
      minima ??= minimaOf(loss, intervals as Interval[])
      return minima
    },
  }
}

function checkSize(size: number, steps: number): void {
  const { size: sides, work } = mapLimits
  if (size < 1 || size > sides.most) throw new ExperimentError(sides.words)
  if (size ** 2 * steps > work.most) throw new ExperimentError(work.words)
}

/** The labs of descents, by how many variables they show. */
const labs = ['', 'curve', 'surface']

/**
 * The descent of a pixel: columns from the left, rows from the bottom. Whether it can be run is another question.
 * @param map as prepared
 */
export function descentOf({ experiment, prepared, x, y, size }: PreparedMap) {
  const lab = labs[prepared.loss.variables.length]
  return (column: number, row: number): Experiment => {
    const [across, up] = [valueAt(x, size, column), valueAt(y, size, row)]
    const before = x.kind === 'hyper' ? { [x.of]: across } : {}
    return y.put(x.put({ ...(lab && { lab }), ...experiment }, across, {}), up, before)
  }
}

/**
 * The plain experiment that a pixel of a map stands for.
 * @param column from the left
 * @param row from the bottom
 * @param run whose map it is, of several
 * @throws ExperimentError if there is no such map
 */
export const experimentAt = (
  experiment: MapExperiment,
  column: number,
  row: number,
  run = 0,
): Experiment => descentOf(prepareMap(experiment, run))(column, row)
