// Which pixels of a map are of one step: an option that is exactly off makes another one.
import { hyperName } from '../descent/registers.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import type { Breadth } from '../kernel/lanes/breadth.ts'
import { name, namesIn } from '../language/expression.ts'
import { substitute } from '../language/simplify.ts'
import { comparisonsIn } from '../rules/switches.ts'
import { lastRun } from '../studies/turning.ts'
import { type Along, along, parameterName, parametersOf, withSettings } from './along.ts'
import { type Crew, crewOf, type Plan } from './crew.ts'
import type { PreparedMap } from './prepareMap.ts'
import { goalOf } from './values.ts'

/** Pixels of a tile in another order: those that are refused, then crew by crew. */
interface Sorted {
  readonly pixels: Uint32Array
  readonly refused: number
  readonly groups: readonly { readonly crew: Crew; readonly count: number }[]
}

/** @returns nothing where no pixel can be sketched */
export function crewsOf(map: PreparedMap, breadth: Breadth) {
  const { prepared, show } = map
  const mark = lastRun(prepared)
  if (mark.optimizer.method || mark.from) return undefined
  const axes = [along(map.x, map), along(map.y, map)]
  if (!areApart(axes, mark)) return undefined
  const plan = { axes, breadth, show, goal: goalAlong(map, axes) }
  const open = axes.some(({ losses }) => losses) ? withParameters(prepared) : prepared
  const crews = crewsAlong(map, axes, (run) => crewOf(open, run, plan))
  const middle = Math.floor(map.size / 2)
  return crews.at(middle, middle) && { axes, sort: sorting(crews, map.size) }
}

type CrewsAlong = ReturnType<typeof crewsAlong<Crew>>

/** Pixels that nobody can sketch are left out. */
const sorting =
  ({ at, isOne }: CrewsAlong, size: number) =>
  (pixels: Uint32Array): Sorted => {
    const crewOfPlace = (place: number) => at(place % size, Math.floor(place / size))
    const first = crewOfPlace(pixels[0] as number)
    if (isOne && typeof first === 'object')
      return { pixels, refused: 0, groups: [{ crew: first, count: pixels.length }] }
    const groups = new Map<Crew, number[]>()
    const refused: number[] = []
    for (const place of pixels) {
      const crew = crewOfPlace(place)
      if (crew === 'refused') refused.push(place)
      else if (crew) {
        const group = groups.get(crew) ?? []
        groups.set(crew, group)
        group.push(place)
      }
    }
    return {
      pixels: Uint32Array.from([refused, ...groups.values()].flat()),
      refused: refused.length,
      groups: [...groups].map(([crew, { length }]) => ({ crew, count: length })),
    }
  }

/** Whether what one axis changes is nothing that the other one changes, and nothing is decided by both. */
export function areApart([x, y]: readonly Along[], { full }: Run): boolean {
  if (!x || !y || (x.losses && y.losses)) return false
  if ([...x.inputs.keys()].some((input) => y.inputs.has(input))) return false
  const reads = (names: readonly string[], { inputs }: Along) =>
    names.some((n) => inputs.has(hyperName(n)))
  return comparisonsIn(full)
    .map(namesIn)
    .every((names) => !reads(names, x) || !reads(names, y))
}

/**
 * Who runs a pixel.
 * @param crewFor runs that are of one step with this one
 */
export function crewsAlong<C>(
  { prepared, size }: PreparedMap,
  axes: readonly Along[],
  crewFor: (run: Run) => C | undefined,
) {
  const [x, y] = axes as [Along, Along]
  const mark = lastRun(prepared)
  const [across, up] = [shapesOf(x, size), shapesOf(y, size)]
  const known = new Map<number, C | undefined>()
  const runAt = (column: number, row: number): Run =>
    withSettings(x.runs?.[column] ?? y.runs?.[row] ?? mark, {
      ...parametersOf(prepared.loss),
      ...settingsAt(x, column),
      ...settingsAt(y, row),
    })
  let recent = -1
  let crew: C | undefined
  const at = (column: number, row: number): C | 'refused' | undefined => {
    const a = across[column] as number
    const b = up[row] as number
    if (a < 0 || b < 0) return 'refused'
    const shape = a * size + b
    if (shape === recent) return crew
    if (!known.has(shape)) known.set(shape, crewFor(runAt(column, row)))
    recent = shape
    crew = known.get(shape)
    return crew
  }
  /** Whether one runs them all. */
  const isOne = [across, up].every((shapes) => shapes.every((shape) => shape === shapes[0]))
  return { at, isOne }
}

/** The settings that an axis changes, at a pixel along it. */
export function settingsAt({ runs, losses, inputs }: Along, i: number): Run['settings'] {
  const loss = losses?.[i]
  const own = Object.entries(runs?.[i]?.settings ?? (loss ? parametersOf(loss) : {}))
  return Object.fromEntries(own.filter(([n]) => inputs.has(hyperName(n))))
}

/** By pixels along an axis: those with the same number have the same rule; below 0 where there is none. */
function shapesOf({ runs, losses }: Along, size: number): Int32Array {
  const rules = new Map<object, number>()
  return Int32Array.from({ length: size }, (_, i) => {
    if (losses) return losses[i] ? 0 : -1
    if (!runs) return 0
    const rule = runs[i]?.rule
    if (!rule) return -1
    const shape = rules.get(rule) ?? rules.size
    rules.set(rule, shape)
    return shape
  })
}

/** With the parameters of the function as inputs. */
function withParameters(prepared: Prepared): Prepared {
  const { loss } = prepared
  const own = parametersOf(loss)
  const input = (n: string) =>
    Object.hasOwn(own, parameterName(n)) ? name(hyperName(parameterName(n))) : undefined
  return { ...prepared, loss: { ...loss, expression: substitute(loss.written, input) } }
}

/** The loss that counts as reached. */
function goalAlong(map: PreparedMap, axes: readonly Along[]): Plan['goal'] {
  if (map.show !== 'steps') return 0
  const goal = goalOf(map)
  const changing = axes.find(({ losses }) => losses)
  if (!changing?.losses) return goal(map.prepared.loss) + map.tolerance
  const values = Float64Array.from(changing.losses, (loss) =>
    loss ? goal(loss) + map.tolerance : Number.NaN,
  )
  return { values, isUp: changing === axes[1] }
}
