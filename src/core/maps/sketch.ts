// A map in a moment: only where its runs end, for as long as the true picture is on its way. Values are those of the runs as
// far as the precision goes; endings are guesses.
import { startMachine } from '../descent/begin.ts'
import type { Machine } from '../descent/machine.ts'
import { type Breadth, singles } from '../kernel/lanes/breadth.ts'
import { type Crowd, crowdOf } from '../kernel/lanes/crowd.ts'
import { compileFunction } from '../language/program.ts'
import { stepFor } from '../runs/descend.ts'
import { lastRun } from '../studies/turning.ts'
import { valueAt } from './axis.ts'
import { kinds } from './endings.ts'
import { guessing } from './guess.ts'
import type { PreparedMap } from './prepareMap.ts'
import { type Summary, summaryOf } from './summary.ts'
import { emptyTile, type Share, type SweptTile } from './sweep.ts'
import { tilesOf } from './tiles.ts'
import { goalOf } from './values.ts'

interface Sketch {
  readonly crowd: Crowd
  readonly summary: Summary
  readonly machine: Machine
}

/**
 * Sketches a map of starts, tile by tile from coarse to fine, as sweeping computes it.
 * @returns nothing for maps of other quantities, and for runs that ask methods or branch off
 */
export function sketching(
  map: PreparedMap,
  { from, every }: Share = { from: 0, every: 1 },
  breadth = singles,
): Generator<SweptTile, void> | undefined {
  const sketch = sketchOf(map, breadth)
  if (!sketch) return undefined
  const sketchTile = tileBy(map, sketch)
  return (function* () {
    let index = 0
    for (const tile of tilesOf(map.size)) {
      if (index++ % every !== from) continue
      const swept = emptyTile(tile, map.prepared.loss.variables.length)
      sketchTile(swept)
      yield swept
    }
  })()
}

function sketchOf(map: PreparedMap, breadth: Breadth): Sketch | undefined {
  const { prepared, x, y, show } = map
  const run = lastRun(prepared)
  const isOfStarts = x.kind === 'start' && y.kind === 'start'
  if (!isOfStarts || run.optimizer.method || run.from) return undefined
  const machineAt = (start: readonly number[]) =>
    startMachine(stepFor(prepared, run), run, { ...prepared, start, began: 0, k: 0 })
  const machine = machineAt(prepared.start)
  if (!beginsAnywhere(machine, machineAt(prepared.start.map((value) => value + 1))))
    return undefined
  const summary = summaryOf(machine, show, goalOf(map)(prepared.loss) + map.tolerance)
  const round = {
    moved: summary.moved,
    left: [summary.f, ...summary.grad],
    own: new Set([...machine.point, ...summary.starts]),
    ownReads: new Set<number>(),
  }
  const crowd = crowdOf(summary.program, machine, round, { breadth, steps: prepared.steps + 1 })
  if (!crowd) return undefined
  const { memory } = summary.program
  for (const register of crowd.given)
    crowd.putAll(register, (machine.memory[register] ?? memory[register]) as number)
  return { crowd, summary, machine }
}

/** Whether memory begins in the same way wherever a run starts. */
const beginsAnywhere = ({ memory, to, point }: Machine, other: Machine): boolean =>
  [...to.subarray(point.length)].every((register) =>
    Object.is(memory[register], other.memory[register]),
  )

/** Fills a tile. */
function tileBy(map: PreparedMap, { crowd, summary, machine }: Sketch) {
  const { prepared, show } = map
  const { variables, expression } = prepared.loss
  const d = variables.length
  const f = compileFunction(expression, variables)
  const guess = guessing(map)
  const minima = map.minima()
  const [start, end] = [new Float64Array(d), new Float64Array(d)]
  const startAt = startsOf(map)
  const memory = summary.moved
    .map(({ to }) => to)
    .filter((to) => !summary.point.includes(to))
    .map((to) => [to, (machine.memory[to] ?? summary.program.memory[to]) as number] as const)
  const enter = (lane: number, place: number) => {
    startAt(place, start)
    for (let i = 0; i < d; i++) {
      crowd.put(summary.point[i] as number, lane, start[i] as number)
      const own = summary.starts[i]
      if (own !== undefined) crowd.put(own, lane, start[i] as number)
    }
  }
  const leave = (tile: SweptTile, i: number, lane: number) => {
    startAt(tile.pixels[i] as number, start)
    let squares = 0
    for (let j = 0; j < d; j++) {
      end[j] = crowd.get(summary.point[j] as number, lane)
      squares += crowd.get(summary.grad[j] as number, lane) ** 2
    }
    const loss = crowd.get(summary.f, lane)
    const { kind, minimum } = guess(start, end, Number.isFinite(loss) ? Math.sqrt(squares) : loss)
    const cannot = kind === 'diverges' && !Number.isFinite(f(...start))
    tile.kinds[i] = kinds.indexOf(cannot ? 'cannot start' : kind)
    tile.known[i] = minimum
    const at = minima[minimum]
    for (let j = 0; at && j < d; j++) tile.minima[i * d + j] = at[j] as number
    const { value } = summary
    if (show === 'loss') tile.values[i] = loss
    if (value) tile.values[i] = value.read(crowd.get(value.register, lane))
  }
  return (tile: SweptTile): void => {
    const { pixels } = tile
    for (let begin = 0; begin < pixels.length; begin += crowd.count) {
      const some = Math.min(crowd.count, pixels.length - begin)
      for (const [register, value] of memory) crowd.putAll(register, value)
      for (let lane = 0; lane < some; lane++) enter(lane, pixels[begin + lane] as number)
      crowd.walk(prepared.steps + 1, [machine])
      for (let lane = 0; lane < some; lane++) leave(tile, begin + lane, lane)
    }
  }
}

/** Where a pixel's run starts, written to a place. */
function startsOf({ x, y, size, prepared }: PreparedMap) {
  const across = Float64Array.from({ length: size }, (_, i) => valueAt(x, size, i))
  const up = Float64Array.from({ length: size }, (_, i) => valueAt(y, size, i))
  const { start, loss } = prepared
  const [i, j] = [x, y].map(({ of }) => loss.variables.indexOf(of.slice('start.'.length)))
  return (place: number, into: Float64Array): void => {
    for (let k = 0; k < start.length; k++) into[k] = start[k] as number
    into[i as number] = across[place % size] as number
    into[j as number] = up[Math.floor(place / size)] as number
  }
}
