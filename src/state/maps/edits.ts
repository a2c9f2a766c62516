// What the controls of a map do: pure functions from experiment to experiment.
import { runsOf } from '../../core/experiment/parts.ts'
import type { AxisSpec, MapExperiment, MapSpec } from '../../core/maps/mapExperiment.ts'
import { descentOf, type PreparedMap } from '../../core/maps/prepareMap.ts'

type MapEdit = (experiment: MapExperiment) => MapExperiment

/** Both axes, named: what is not said of the other one stays as it is when one changes. */
export const setAxes =
  (x: AxisSpec, y: AxisSpec): MapEdit =>
  (experiment) => ({ ...experiment, map: { ...experiment.map, x, y } })

export const setMap =
  (part: Omit<MapSpec, 'x' | 'y'>): MapEdit =>
  (experiment) => ({ ...experiment, map: { ...experiment.map, ...part } })

/** The ends of an axis as they are written down. */
export const spelled = ({ of, from, to, scale }: PreparedMap['x']): AxisSpec => ({
  ...{ of, from, to },
  ...(scale === 'log' && { scale }),
})

/** The mark at a pixel of a run's map: the run is the pixel's from then on. */
export function setMark(
  map: PreparedMap,
  run: number,
  [column, row]: readonly [number, number],
): MapEdit {
  const { start, params, runs = [] } = descentOf(map)(column, row)
  const marked = runs.at(-1)
  return (experiment) => ({
    ...experiment,
    ...(start && { start }),
    ...(params && { params }),
    runs: runsOf(experiment).map((other, i) => {
      if (i !== run || !marked) return other
      // Which run it branched off from is another number where all runs are.
      return { ...marked, ...(other.from && { from: other.from }) }
    }),
  })
}
