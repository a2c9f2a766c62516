// An axis of a map, from what is said of it to one that can be used: defaults filled in, everything checked.
import { completed } from '../experiment/parts.ts'
import { prepare } from '../experiment/prepare.ts'
import { ExperimentError } from '../experimentError.ts'
import { nearest } from '../language/spelling.ts'
import { exact } from '../number.ts'
import { shortened } from '../quote.ts'
import { alone } from '../studies/turning.ts'
import { type AxisSpec, type MapExperiment, type Scale, withoutMap } from './mapExperiment.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'

export interface Axis extends Quantity {
  readonly from: number
  readonly to: number
}

/** Of which quantities the axes are where nothing is said: two coordinates of the start, or the learning rate and the start. */
function usualPair(known: ReadonlyMap<string, Quantity>): readonly [string, string] {
  const starts = [...known.values()].filter(({ kind }) => kind === 'start').map(({ of }) => of)
  const [x = '', y] = starts
  if (y !== undefined) return [x, y]
  const hypers = [...known.values()].filter(({ kind }) => kind === 'hyper').map(({ of }) => of)
  return [hypers.find((of) => of === 'lr') ?? hypers[0] ?? x, x]
}

type Axes = readonly [x: AxisSpec, y: AxisSpec]

/** What the axes are, in words of the experiment, where only one of them or none is said. */
export function askedAxes({ map = {} }: MapExperiment, known: ReadonlyMap<string, Quantity>): Axes {
  const [first, second] = usualPair(known)
  const other = (taken: string | undefined, own: string, rest: string) => ({
    of: taken === own ? rest : own,
  })
  const x = map.x ?? other(map.y?.of, first, second)
  return [x, map.y ?? other(x.of, second, first)]
}

/**
 * An axis that can be used.
 * @param size pixels along it
 * @throws ExperimentError with one sentence for a student
 */
export function axisFor(
  { of, from, to, scale }: AxisSpec,
  known: ReadonlyMap<string, Quantity>,
  size: number,
): Axis {
  const quantity = known.get(of)
  if (!quantity) throw new ExperimentError(unknown(of, [...known.keys()]))
  const isGiven = from !== undefined && to !== undefined
  const [low, high] = isGiven ? [from, to] : quantity.interval
  const axis = {
    ...quantity,
    from: low,
    to: high,
    scale: scale ?? (isGiven ? 'linear' : quantity.scale),
  }
  checkInterval(axis, size)
  return axis
}

function unknown(of: string, known: readonly string[]): string {
  const meant = known.find((name) => name.toLowerCase() === of.toLowerCase()) ?? nearest(of, known)
  const hint = meant === undefined ? `there are ${known.join(', ')}` : `did you mean "${meant}"?`
  return `There is no quantity "${shortened(of)}" to draw; ${hint}`
}

function checkInterval({ of, from, to, scale, isWhole }: Axis, size: number): void {
  if (!Number.isFinite(from) || !Number.isFinite(to))
    throw new ExperimentError(`The axis of ${of} must go from one number to another one`)
  const ends = `from ${exact(from)} to ${exact(to)}`
  if (!(from < to))
    throw new ExperimentError(`The axis of ${of} goes ${ends}: the second number must be larger`)
  if (scale === 'log' && from <= 0)
    throw new ExperimentError(
      `The axis of ${of} goes ${ends}: a logarithmic one needs numbers above 0`,
    )
  if (!Number.isFinite(scale === 'log' ? Math.log(to / from) : to - from))
    throw new ExperimentError(`The axis of ${of} goes ${ends}: that is too far for one picture`)
  if (!isWhole && !areTold({ from, to, scale }, size))
    throw new ExperimentError(
      `Between ${exact(from)} and ${exact(to)} there are too few numbers for ${size} pixels`,
    )
}

interface Interval {
  readonly from: number
  readonly to: number
  readonly scale: Scale
}

/** Whether neighbours along an axis are different numbers, with room for rounding between them. */
function areTold({ from, to, scale }: Interval, size: number): boolean {
  const largest = Math.max(Math.abs(from), Math.abs(to))
  const [width, unit] = scale === 'log' ? [Math.log(to / from), 1] : [to - from, largest]
  return Number.isFinite(width) && width / size > 2 * Number.EPSILON * unit
}

/** The value at the centre of a pixel: symmetric intervals have symmetric ones. */
export function valueAt(axis: Axis, size: number, i: number): number {
  const value = along(axis, (2 * i + 1 - size) / size)
  return axis.isWhole ? Math.round(value) : value
}

/** The value at a place of an axis: −1 at its beginning, 0 in its middle, 1 at its end; beyond them it goes on. */
export function along({ from, to, scale }: Axis, place: number): number {
  const [low, high] = scale === 'log' ? [Math.log(from), Math.log(to)] : [from, to]
  const value = (low + high) / 2 + ((high - low) / 2) * place
  return scale === 'log' ? Math.exp(value) : value
}

/** The descent at the mark, of one run alone, its start written out. */
export function descentAt(experiment: MapExperiment, run = 0) {
  const descent = completed(withoutMap(experiment))
  const single = alone(descent, run)
  const prepared = prepare(single)
  return { experiment: single, prepared, known: quantitiesOf(prepared) }
}

/** Both axes with their ends written out. */
export function spelledAxes(experiment: MapExperiment): { x: AxisSpec; y: AxisSpec } {
  const { known } = descentAt(experiment)
  const [x, y] = askedAxes(experiment, known).map(({ of, ...asked }) => {
    const quantity = known.get(of)
    if (asked.from !== undefined || !quantity) return { of, ...asked }
    const [from, to] = quantity.interval
    const scale = asked.scale ?? quantity.scale
    return { of, from, to, ...(scale === 'log' && { scale }) }
  }) as [AxisSpec, AxisSpec]
  return { x, y }
}
