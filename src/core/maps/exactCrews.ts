// The runs of some pixels that are of one step, side by side and to the last bit: what they share is looked up once.
import { givenTo, startMachine } from '../descent/begin.ts'
import type { Machine } from '../descent/machine.ts'
import { powersIn } from '../descent/powers.ts'
import type { Trace } from '../descent/trace.ts'
import type { Varying } from '../descent/varying.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { laneCount } from '../kernel/lanes/team.ts'
import type { Settings } from '../rules/switches.ts'
import { stepFor } from '../runs/descend.ts'
import { canTakeSides, sidesOf } from '../runs/sideBySide.ts'
import { lastRun } from '../studies/turning.ts'
import { type Along, along } from './along.ts'
import { askingsOf, ownPowersOf } from './askings.ts'
import { areApart, crewsAlong, settingsAt } from './crews.ts'
import { entering } from './entering.ts'
import type { PreparedMap } from './prepareMap.ts'

/**
 * Runs some pixels, at most as many as there are lanes.
 * @returns their traces, which last until the next ones; nothing where WebAssembly is not there or refuses
 */
export type ExactCrew = (places: readonly number[]) => readonly Trace[] | undefined

type CrewAt = (column: number, row: number) => ExactCrew | 'refused' | undefined

/** @returns who runs a pixel; nothing where pixels must be looked up one by one */
export function exactCrewsOf(map: PreparedMap): CrewAt | undefined {
  const { prepared, size } = map
  const mark = lastRun(prepared)
  const isMoved = [map.x, map.y].some(({ kind }) => kind === 'param')
  if (isMoved || !canTakeSides(prepared, mark)) return undefined
  const axes = [along(map.x, map, true), along(map.y, map, true)]
  if (!areApart(axes, mark) || !areReadApart(axes, mark)) return undefined
  const crews = crewsAlong(map, axes, (run) => crewFor(prepared, run, { axes, size }))
  const refuses = refusing(axes, mark, size)
  return (column, row) => (refuses?.(column, row) ? 'refused' : crews.at(column, row))
}

/** Whether a run with what both axes change is looked up as two runs are, each with what one of them changes. */
function areReadApart(axes: readonly Along[], { full }: Run): boolean {
  if (!axes.every(({ runs }) => runs)) return true
  const isOfSchedule = ({ inputs }: Along) => [...inputs.keys()].some((name) => name.includes('.'))
  return !axes.every(isOfSchedule) && !full.lines.some(({ within }) => within)
}

/** What PyTorch refuses of two settings that must suit each other. */
function refusing(axes: readonly Along[], { optimizer, settings }: Run, size: number) {
  const { refuses } = optimizer
  if (!refuses || !axes.every(({ runs }) => runs)) return undefined
  const [across, up] = axes.map((axis) =>
    Array.from({ length: size }, (_, i): Settings => settingsAt(axis, i)),
  )
  return (column: number, row: number): boolean =>
    refuses({ ...settings, ...across?.[column], ...up?.[row] }) !== undefined
}

interface Place {
  readonly axes: readonly Along[]
  readonly size: number
}

/** @param run one of them; all others differ from it by what changes along the axes */
function crewFor(prepared: Prepared, run: Run, { axes, size }: Place): ExactCrew | undefined {
  const step = stepFor(prepared, run)
  const begun = startMachine(step, run, { ...prepared, began: 0, k: 0 })
  const askings = askingsOf({ axes, prepared, machine: begun, powers: [], summary: nothing })
  if (!askings) return undefined
  const read = readAlong(begun, prepared, axes)
  const lanes = Array.from({ length: laneCount }, () => {
    const memory = begun.memory.slice()
    const enter = entering(askings, { all: memory, at: (register) => register })
    return (column: number, row: number): Machine => {
      enter(0, column, row)
      return { ...begun, memory, varying: read(column, row) }
    }
  })
  const sides = sidesOf(step, begun.point.length)
  return (places) => {
    const machines = places.map((place, lane) => {
      const row = Math.floor(place / size)
      return (lanes[lane] as (typeof lanes)[number])(place - row * size, row)
    })
    return sides(machines, prepared)
  }
}

/** Nobody measures on the way. */
const nothing = { starts: [], bases: [] }

/** What a step of a pixel reads that is another value each time; what all pixels read is computed once. */
function readAlong(machine: Machine, prepared: Prepared, axes: readonly Along[]) {
  const own = new Set(ownPowersOf(machine, axes).map(({ register }) => register))
  const shared = machine.varying.map((one) => (own.has(one.register) ? one : kept(one)))
  if (own.size === 0) return () => shared
  const { step, run } = machine
  const given = givenTo(step, run, { ...prepared, began: 0, k: 0 })
  const [x, y] = axes
  return (column: number, row: number): readonly Varying[] => {
    const valueAt = (name: string) =>
      x?.inputs.get(name)?.[column] ?? y?.inputs.get(name)?.[row] ?? given.get(name)
    const powers = powersIn(step, (name) => valueAt(name) as number, 0)
    return shared.map(
      (one) => powers.find((p) => own.has(p.register) && p.register === one.register) ?? one,
    )
  }
}

/** What is read in a step, written down when it is asked for the first time. */
function kept({ register, fill }: Varying): Varying {
  let known = new Float64Array()
  return {
    register,
    fill(into, at, k, count) {
      const { length } = known
      if (k + count > length) {
        const longer = new Float64Array(Math.max(k + count, 2 * length))
        longer.set(known)
        fill(longer, length, length, longer.length - length)
        known = longer
      }
      into.set(known.subarray(k, k + count), at)
    },
  }
}
