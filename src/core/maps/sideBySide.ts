// Runs of one step side by side, each to the bit as if it ran alone, and judged as if it did.
import { startMachine } from '../descent/begin.ts'
import type { Machine } from '../descent/machine.ts'
import type { Recording } from '../descent/recording.ts'
import type { Step } from '../descent/step.ts'
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { laneCount, type Team, teamsOf } from '../kernel/lanes/team.ts'
import { outcomeOf } from '../outcome/outcome.ts'
import { followed, type Way } from '../runs/ahead.ts'

/** A run that is ready. */
export interface Ready {
  readonly prepared: Prepared
  readonly run: Run
}

/** Numbers that are written down at most, of all lanes together. */
const mostNumbers = 4e6

/** Whether a run can be one of several side by side: it asks no method, and no other run comes before it. */
export const canTakeSides = ({ prepared: { steps, loss }, run }: Ready): boolean =>
  !run.optimizer.method &&
  !run.from &&
  steps * (1 + 2 * loss.variables.length) * laneCount <= mostNumbers

/** The columns of some lanes: losses, gradients, points. */
type Columns = readonly [Float64Array[], Float64Array[], Float64Array[]]

const columnsFor = (lanes: number, rows: number, d: number): Columns => {
  const each = (width: number) =>
    Array.from({ length: lanes }, () => new Float64Array(rows * width))
  return [each(1), each(d), each(d)]
}

/**
 * Runs of a step.
 * @returns a function of at most as many runs as there are lanes; nothing where WebAssembly is not there or refuses
 */
export function sidesOf({ program, at }: Step, d: number) {
  const outputs = (from: number, count: number) => [...program.outputs.subarray(from, from + count)]
  let teams: ReturnType<typeof teamsOf> | undefined
  return (step: Step, all: readonly Ready[]): Trace[] | undefined => {
    const machines = all.map(({ prepared, run }) =>
      startMachine(step, run, { ...prepared, began: 0, k: 0 }),
    )
    const [first] = machines
    teams ??= first && teamsOf(program, [outputs(at.f, 1), outputs(at.grad, d), [...first.point]])
    const team = teams?.(machines)
    if (!team || !all[0]) return undefined
    const { steps } = all[0].prepared
    const columns = columnsFor(all.length, steps + 1, d)
    team.walk(steps + 1, columns, 0)
    const further = furtherOf(team, columns[2], steps, d)
    return all.map((ready, lane) =>
      judged(ready, machines[lane] as Machine, {
        columns: columns.map((group) => group[lane] as Float64Array),
        steps,
        way: further(lane),
      }),
    )
  }
}

interface Lane {
  readonly columns: readonly Float64Array[]
  readonly steps: number
  readonly way: Way
}

/** Cut where it stopped, and judged. */
function judged({ prepared, run }: Ready, machine: Machine, { columns, steps, way }: Lane): Trace {
  const [f, grad, x] = columns as [Float64Array, Float64Array, Float64Array]
  const d = prepared.loss.variables.length
  const n = lastFinite(x, 0, steps, d)
  const recording: Recording = {
    ...nothing,
    label: run.label,
    f: f.subarray(0, n + 1),
    grad: grad.subarray(0, (n + 1) * d),
    x: x.subarray(0, (n + 1) * d),
  }
  const outcome = outcomeOf(recording, prepared, run, {
    ...(n < steps && { refused: { point: [], lines: [], supplied: [] } }),
    ahead: followed(machine, n, prepared, way),
  })
  return { ...recording, outcome }
}

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

/** The last of some rows before the first that is not finite. */
function lastFinite(x: Float64Array, from: number, to: number, d: number): number {
  for (let at = from * d; at < (to + 1) * d; at++)
    if (!Number.isFinite(x[at])) return Math.floor(at / d) - 1
  return to
}

/** How the lanes go on after their last step, all together as soon as one of them asks. */
function furtherOf(team: Team, ends: readonly Float64Array[], steps: number, d: number) {
  let rows = 1
  let points = ends.map((x) => x.slice(steps * d))
  /** Beyond the last step. */
  const ask = (to: number) => {
    if (to < rows) return
    points = points.map((known) => {
      const longer = new Float64Array((to + 1) * d)
      longer.set(known)
      return longer
    })
    team.walk(to + 1 - rows, [undefined, undefined, points], rows)
    rows = to + 1
  }
  return (lane: number): Way =>
    (from, to) => {
      ask(to - steps)
      const own = points[lane] as Float64Array
      const last = lastFinite(own, from - steps, to - steps, d)
      return own.subarray((from - steps) * d, (last + 1) * d)
    }
}
