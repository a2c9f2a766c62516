import type { Experiment } from './experiment.ts'
import type { Loss } from './loss.ts'
import { compute, move, nextPoint, startMachine, staysFinite } from './machine.ts'
import { outcomeOf } from './outcome.ts'
import { type Prepared, prepare, type Run } from './prepare.ts'
import { columnsFor, finish, type Recording, recordPoint, recordStep } from './recording.ts'
import { type Step, stepOf } from './step.ts'
import type { Trace } from './trace.ts'

const stepsBetweenBreaths = 4096

/**
 * Runs an experiment to its end.
 * @returns one trace per run
 * @throws ExperimentError if it cannot start
 */
export function runExperiment(experiment: Experiment): Trace[] {
  const prepared = prepare(experiment)
  return prepared.runs.map((run) => {
    const job = descend(prepared, run)
    for (;;) {
      const { done, value } = job.next()
      if (done) return value
    }
  })
}

/** One run. Yields now and then how many steps are done, so that whoever drives it can stop or breathe. */
export function* descend(prepared: Prepared, run: Run): Generator<number, Trace> {
  const { recording, refused } = yield* record(prepared, run)
  return { ...recording, outcome: outcomeOf(recording, prepared, run, refused) }
}

/** A recording, and the point that could not be reached where the run had to stop. */
interface Recorded {
  readonly recording: Recording
  readonly refused?: readonly number[]
}

function* record({ loss, start, steps }: Prepared, run: Run): Generator<number, Recorded> {
  const step = stepFor(loss, run)
  const machine = startMachine(step, run, start, steps)
  const columns = columnsFor(step, run, loss.variables.length, steps)
  for (let k = 0; ; k++) {
    compute(machine, k)
    recordPoint(columns, machine, k)
    if (k === steps) return { recording: finish(columns, run, k) }
    if (!staysFinite(machine))
      return { recording: finish(columns, run, k), refused: nextPoint(machine) }
    recordStep(columns, machine, k)
    move(machine)
    if (k % stepsBetweenBreaths === stepsBetweenBreaths - 1) yield k
  }
}

const recent = new Map<string, Step>()
const mostRecent = 16

/** Steps are kept for a while: when a slider is dragged only numbers change, and the step serves again. */
function stepFor({ expression, variables }: Loss, run: Run): Step {
  const { lines, starts } = run.rule
  const ids = [...lines, ...[...starts].map(([name, value]) => ({ name, value }))]
  const key = [
    expression.id,
    ...variables,
    ...ids.map(({ name, value }) => `${name}=${value.id}`),
  ].join()
  const step = recent.get(key) ?? stepOf(expression, variables, run)
  recent.delete(key)
  recent.set(key, step)
  if (recent.size > mostRecent) recent.delete(recent.keys().next().value as string)
  return step
}
