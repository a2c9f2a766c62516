import {
  goOn,
  type Machine,
  move,
  nextPoint,
  observe,
  plan,
  pointOf,
  startMachine,
  staysFinite,
} from '../descent/machine.ts'
import {
  columnsFor,
  finish,
  observed,
  type Recording,
  readingOf,
  recordPoint,
  recordStep,
} from '../descent/recording.ts'
import { type Step, stepOf } from '../descent/step.ts'
import type { Probes, Refused, Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { outcomeOf } from '../outcome/outcome.ts'

/** In evaluations. */
const workBetweenBreaths = 4096

/** One run. Yields now and then how many steps are done, so that whoever drives it can stop or breathe. */
export function* descend(prepared: Prepared, run: Run): Generator<number, Trace> {
  const { recording, refused } = yield* record(prepared, run)
  return { ...recording, outcome: outcomeOf(recording, prepared, run, refused) }
}

/** A recording, and the step that could not be taken where the run had to stop. */
interface Recorded {
  readonly recording: Recording
  readonly refused?: Refused
}

function* record(prepared: Prepared, run: Run): Generator<number, Recorded> {
  const { loss, steps, budget } = prepared
  const columns = columnsFor(run, loss.variables.length, prepared)
  const machines: Machine[] = []
  let k = 0
  let spent = 0
  let breath = 0
  const end = (refused?: Refused): Recorded => ({
    recording: {
      ...finish(columns, run, k),
      probes: probesOf(machines),
      began: machines.at(-1)?.began ?? 0,
    },
    ...(refused && { refused }),
  })
  for (const leg of legsOf(run)) {
    const machine = machineFor(prepared, leg.run, k, machines.at(-1))
    machines.push(machine)
    const reading = readingOf(machine, run)
    for (; ; k++) {
      observe(machine, k)
      recordPoint(columns, reading, machine, k)
      if (k === steps || (budget === 'evaluations' && spent >= steps)) return end()
      if (k === leg.until) break
      const cost = machine.method ? plan(machine, observed(columns, k)) : 1
      spent += cost
      recordStep(columns, reading, machine, k, cost)
      if (!staysFinite(machine)) return end({ ...columns, point: nextPoint(machine) })
      move(machine)
      breath += cost
      if (breath >= workBetweenBreaths) {
        breath = 0
        yield k
      }
    }
  }
  return end()
}

/** The runs that a run goes through: those that it branched off from, each until the step where the next begins. */
export function legsOf(run: Run): { run: Run; until: number }[] {
  const legs = [{ run, until: Number.POSITIVE_INFINITY }]
  let until = Number.POSITIVE_INFINITY
  for (let leg = run; leg.from?.step && leg.before; leg = leg.before) {
    // A run that branches off later still is what it branches off from.
    if (leg.from.step >= until) legs.shift()
    else until = leg.from.step
    legs.unshift({ run: leg.before, until })
  }
  return legs
}

/** The machine that follows a run after k steps; it remembers if it goes on with the same optimizer. */
function machineFor(prepared: Prepared, run: Run, k: number, before?: Machine): Machine {
  const goesOn = before?.run.optimizer === run.optimizer
  const fresh = startMachine(stepFor(prepared, run), run, {
    ...prepared,
    start: before ? pointOf(before) : prepared.start,
    began: before && goesOn ? before.began : k,
  })
  return before && goesOn ? goOn(fresh, before) : fresh
}

/** The inner evaluations of all machines, one after the other. */
function probesOf(machines: readonly Machine[]): Probes {
  const asking = new Set(machines.flatMap(({ method }) => (method ? [method.asking] : [])))
  const all = [...asking].map((each) => each.probes())
  return {
    step: Int32Array.from(all.flatMap(({ step }) => [...step])),
    x: Float64Array.from(all.flatMap(({ x }) => [...x])),
    f: Float64Array.from(all.flatMap(({ f }) => [...f])),
  }
}

const recent = new Map<string, Step>()
const mostRecent = 16

/** Steps are kept for a while: when a slider is dragged only numbers change, and the step serves again. */
function stepFor({ loss: { expression, variables }, noise }: Prepared, run: Run): Step {
  const isNoisy = noise > 0
  const { lines, starts, supplied } = run.rule
  const ids = [...lines, ...[...starts].map(([name, value]) => ({ name, value }))]
  const named = ids.map(({ name, value }) => `${name}=${value.id}`)
  const given = supplied.map(({ name }) => name)
  const key = [expression.id, ...variables, isNoisy, ...named, ...given].join()
  const step = recent.get(key) ?? stepOf(expression, variables, { ...run, isNoisy })
  recent.delete(key)
  recent.set(key, step)
  if (recent.size > mostRecent) recent.delete(recent.keys().next().value as string)
  return step
}
