// Where on a map a value is: in shares of its sides.
import { type Axis, along } from '../../core/maps/axis.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'

/** How far along an axis a value is: 0 at its beginning, 1 at its end. */
export function shareOf({ from, to, scale }: Axis, value: number): number {
  if (scale === 'log') return Math.log(value / from) / Math.log(to / from)
  return (value - from) / (to - from)
}

/** The value at a share of an axis. */
export const valueAtShare = (axis: Axis, share: number): number => along(axis, 2 * share - 1)

/** The value that a quantity has in the experiment at the mark. */
export function markedValue({ prepared, experiment }: PreparedMap, { of, kind }: Axis): number {
  if (kind === 'start') {
    const index = prepared.loss.variables.indexOf(of.slice('start.'.length))
    return prepared.start[index] ?? Number.NaN
  }
  if (kind === 'param') {
    const name = of.slice('param.'.length)
    return experiment.params?.[name] ?? prepared.loss.entry?.parameters?.[name]?.value ?? Number.NaN
  }
  const run = prepared.runs.at(-1)
  return Number(run?.settings[of] ?? Number.NaN)
}

/** Where the mark is, as shares of both sides. */
export const markOf = (map: PreparedMap): readonly [number, number] => [
  shareOf(map.x, markedValue(map, map.x)),
  shareOf(map.y, markedValue(map, map.y)),
]

/** Of the width of an axis: what its ends are rounded to, less than anyone sees. */
const fine = 1e-4

/** An axis whose ends are as short as its width allows. */
export function roundedEnds(axis: Axis): Axis {
  const { from, to, scale } = axis
  const rounded = (value: number) => {
    const width = scale === 'log' ? value * Math.log(to / from) : to - from
    const unit = 10 ** Math.floor(Math.log10(Math.abs(width) * fine))
    const short = Number((Math.round(value / unit) * unit).toPrecision(14))
    // Where the axis is as narrow as numbers lie apart, nothing is left to be rounded.
    return Math.abs(short - value) <= unit ? short : value
  }
  return { ...axis, from: rounded(from), to: rounded(to) }
}

/** Whether an axis goes as far as its quantity is usually looked at. */
export const isUsual = ({ from, to, interval }: Axis): boolean =>
  from === interval[0] && to === interval[1]
