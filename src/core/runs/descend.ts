// core/runs/: one run from its experiment to its outcome.
import { goOn, startMachine } from '../descent/begin.ts'
import { columnsFor } from '../descent/columns.ts'
import { type Machine, move, observe, plan, pointOf, staysFinite } from '../descent/machine.ts'
import {
  finish,
  observed,
  type Recording,
  readingOf,
  refusedStep,
  write,
} from '../descent/recording.ts'
import { type Step, stepOf } from '../descent/step.ts'
import type { Probes, Refused, Trace } from '../descent/trace.ts'
import { walk } from '../descent/walk.ts'
import { legsOf } from '../experiment/legs.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import type { Expression } from '../language/expression.ts'
import { outcomeOf } from '../outcome/outcome.ts'
import { followed } from './ahead.ts'

/** In evaluations. */
const workBetweenBreaths = 4096

/**
 * One run. Yields now and then how many steps are done, so that whoever drives it can stop or breathe.
 * @param shown whose lines are written down: those of a run without lines are not, which is all that changes
 */
export function* descend(prepared: Prepared, run: Run, shown = run): Generator<number, Trace> {
  const { recording, refused, machine } = yield* record(prepared, run, shown)
  const ahead = machine && followed(machine, recording.lr.length, prepared)
  const outcome = outcomeOf(recording, prepared, run, {
    ...(refused && { refused }),
    ...(ahead && { ahead }),
  })
  return { ...recording, outcome }
}

/** A recording, where it came to, and the step that could not be taken where the run had to stop. */
interface Recorded {
  readonly recording: Recording
  readonly refused?: Refused
  readonly machine: Machine | undefined
}

function* record(prepared: Prepared, run: Run, shown: Run): Generator<number, Recorded> {
  const { loss, steps, budget } = prepared
  const columns = columnsFor(shown, loss.variables.length, prepared)
  const machines: Machine[] = []
  let k = 0
  let spent = 0
  let breath = 0
  const end = (refused?: Refused): Recorded => ({
    recording: {
      ...finish(columns, shown, k),
      probes: probesOf(machines),
      began: machines.at(-1)?.began ?? 0,
    },
    ...(refused && { refused }),
    machine: machines.at(-1),
  })
  for (const leg of legsOf(run)) {
    const machine = machineFor(prepared, { ...leg.run, rule: leg.rule }, k, machines.at(-1))
    machines.push(machine)
    const reading = readingOf(machine, shown, columns, k)
    const all = [...reading.point, ...reading.step]
    for (; ; k++) {
      if (!machine.method) {
        const left = budget === 'evaluations' ? steps - spent : steps - k
        const far = Math.min(left, leg.until - k, workBetweenBreaths - breath - 1)
        const done = walk(machine, all, k, k + far) - k
        k += done
        spent += done
        breath += done
      }
      observe(machine, k)
      write(reading.point, machine, k)
      if (k === steps || (budget === 'evaluations' && spent >= steps)) return end()
      if (k === leg.until) break
      const cost = machine.method ? plan(machine, observed(columns, k)) : 1
      spent += cost
      columns.evaluations[k] = cost
      write(reading.step, machine, k)
      if (!staysFinite(machine)) return end(refusedStep(columns, machine, k))
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

/** The machine that follows a run after k steps; it remembers if it goes on with the same optimizer. */
function machineFor(prepared: Prepared, run: Run, k: number, before?: Machine): Machine {
  const goesOn = before?.run.optimizer === run.optimizer
  const fresh = startMachine(stepFor(prepared, run), run, {
    ...prepared,
    start: before ? pointOf(before) : prepared.start,
    began: before && goesOn ? before.began : k,
    k,
  })
  return before && goesOn ? goOn(fresh, before) : fresh
}

/** The inner evaluations of all machines, one after the other. */
function probesOf(machines: readonly Machine[]): Probes {
  const asked = new Set(machines.flatMap(({ method }) => (method ? [method.loss] : [])))
  const all = [...asked].map((each) => each.probes())
  return {
    step: Int32Array.from(all.flatMap(({ step }) => [...step])),
    x: Float64Array.from(all.flatMap(({ x }) => [...x])),
    f: Float64Array.from(all.flatMap(({ f }) => [...f])),
  }
}

/** What a step is made of, beside the loss. */
interface Made {
  readonly rule: Run['rule']
  readonly variables: string
  readonly isNoisy: boolean
  readonly step: Step
}

/** Steps live as long as their loss, the last ones of each: who drags a slider changes only numbers. */
const recent = new WeakMap<Expression, Made[]>()
const mostRecent = 16

/** The step of a run; the same again for the same rule and loss. */
export function stepFor({ loss: { expression, variables }, noise }: Prepared, { rule }: Run): Step {
  const made = { rule, variables: variables.join(), isNoisy: noise > 0 }
  const ofLoss = recent.get(expression) ?? []
  recent.set(expression, ofLoss)
  const at = ofLoss.findIndex(
    (other) =>
      other.rule === made.rule &&
      other.variables === made.variables &&
      other.isNoisy === made.isNoisy,
  )
  const [known] = at < 0 ? [] : ofLoss.splice(at, 1)
  const step = known?.step ?? stepOf(expression, variables, made)
  ofLoss.push({ ...made, step })
  if (ofLoss.length > mostRecent) ofLoss.shift()
  return step
}
