// Runs of one step side by side, each to the bit as if it ran alone, and judged as if it did.
import type { Machine } from '../descent/machine.ts'
import type { Recording } from '../descent/recording.ts'
import type { Step } from '../descent/step.ts'
import { wholeWidth } from '../descent/steps.ts'
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { laneCount, teamsOf } from '../kernel/lanes/team.ts'
import { outcomeOf } from '../outcome/outcome.ts'
import '../kernel/kernel.ts'
import { followed, type Way } from './ahead.ts'
import { furtherOf, type Lanes, lanesOf, lastFinite } from './sideBySideAhead.ts'

/** Numbers that are written down at most, of all lanes together. */
const mostNumbers = 4e6

/** Whether a run can be one of several side by side: it asks no method, and no other run comes before it. */
export const canTakeSides = ({ steps, loss }: Prepared, run: Run): boolean =>
  !run.optimizer.method &&
  !run.from &&
  steps * (1 + 2 * loss.variables.length) * laneCount <= mostNumbers

/** Walks machines of one step that begin, at most as many as there are lanes; all else about their experiments is the same. */
export type Sides = (machines: readonly Machine[], prepared: Prepared) => Trace[] | undefined

/**
 * Runs of a step.
 * @returns their traces, which last until the next ones are asked for; nothing where WebAssembly is not there or refuses
 */
export function sidesOf({ program, at }: Step, d: number): Sides {
  const outputs = (from: number, count: number) => [...program.outputs.subarray(from, from + count)]
  let teams: ReturnType<typeof teamsOf> | undefined
  const columns = [1, d, d].map(lanesOf)
  const further = lanesOf(d)
  let remembered: Lanes | undefined
  return (machines, prepared) => {
    const [first] = machines
    if (!first) return undefined
    const slots = slotsOf(first)
    const looked = [outputs(at.f, 1), outputs(at.grad, d), [...first.point]]
    teams ??= teamsOf(program, slots.length ? [...looked, slots] : looked)
    remembered ??= slots.length ? lanesOf(slots.length) : undefined
    const team = teams(machines)
    if (!team) return undefined
    const { steps } = prepared
    const written = columns.map((lanes) => lanes(steps + 1))
    team.walk(steps + 1, written, 0)
    const ends = written[2] as Float64Array[]
    const [count, memory] = [machines.length, slots.length]
    const ways = furtherOf(team, { further, remembered }, { ends, count, steps, d, memory })
    return machines.map((machine, lane) =>
      judged(machine, prepared, {
        columns: written.map((group) => group[lane] as Float64Array),
        way: ways(lane),
      }),
    )
  }
}

/** What a machine remembers beside its point, if that and the point are all that its next step depends on. */
const slotsOf = ({ to, point, varying }: Machine): number[] =>
  varying.length === 0 ? [...to.subarray(point.length)] : []

interface Lane {
  readonly columns: readonly Float64Array[]
  readonly way: Way
}

/** Cut where it stopped, and judged. */
function judged(machine: Machine, prepared: Prepared, { columns, way }: Lane): Trace {
  const [f, grad, x] = columns as [Float64Array, Float64Array, Float64Array]
  const { run } = machine
  const { steps, loss } = prepared
  const d = loss.variables.length
  const whole = x.subarray(0, (steps + 1) * d)
  // What is infinitely wide or not a number has a point that is not finite; what is not has none.
  const isWhole = Number.isFinite(wholeWidth(whole, d))
  const n = isWhole ? steps : lastFinite(x, 0, steps, d)
  const recording: Recording = {
    ...nothing,
    label: run.label,
    f: upTo(f, n + 1),
    grad: upTo(grad, (n + 1) * d),
    x: n === steps ? whole : x.subarray(0, (n + 1) * d),
  }
  const outcome = outcomeOf(recording, prepared, run, {
    ...(n < steps && { refused: { point: [], lines: [], supplied: [] } }),
    ahead: followed(machine, n, prepared, way),
  })
  return { ...recording, outcome }
}

const upTo = (column: Float64Array, length: number) =>
  column.length === length ? column : column.subarray(0, length)

/** What is not written down. */
const nothing = {
  lr: new Float64Array(),
  quantities: {},
  lines: [],
  supplied: [],
  evaluations: new Int32Array(),
  probes: { step: new Int32Array(), x: new Float64Array(), f: new Float64Array() },
  began: 0,
}
