// What is shown of an experiment with descents: its runs, always all of them and each a whole one.
import type { Trace } from '../../core/descent/trace.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { runsTheSame } from '../../core/experiment/part.ts'
import { parts, runsOf } from '../../core/experiment/parts.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import type { Engine } from '../../engine/client.ts'
import { told } from '../lab/pieces.ts'
import { descentIn } from './preparedOf.ts'
import { withCorrections } from './withoutBugs.ts'

export interface Race {
  readonly traces: readonly Trace[]
  /** Of runs with mistakes of the bug zoo, by their index: the same run without them. */
  readonly corrected: ReadonlyMap<number, Trace>
}

/** The last race of an engine. */
const lately = new WeakMap<
  Engine,
  { readonly experiment: Experiment; readonly traces: readonly Trace[] }
>()

/** Runs everything that has not just been run, and shows all when the last run has come to its end. */
export function race(
  engine: Engine,
  asked: Experiment,
  prepared: Prepared,
): AsyncIterable<Race | undefined> | readonly Race[] {
  const { spec: experiment, corrects } = withCorrections(descentIn(asked))
  const count = prepared.runs.length
  const traces = knownOf(engine, experiment, prepared)
  const missing = [...traces.keys()].filter((i) => !traces[i])
  const whole = (): Race => {
    const all = traces as Trace[]
    lately.set(engine, { experiment, traces: all })
    return {
      traces: all.slice(0, count),
      corrected: new Map(corrects.map((run, i) => [run, all[count + i] as Trace])),
    }
  }
  if (missing.length === 0) return [whole()]
  let done = 0
  return told(engine.run('descend', { experiment, runs: missing }), (trace) => {
    traces[missing[done++] as number] = trace
    return done < missing.length ? undefined : whole()
  })
}

const common = parts.filter(({ name }) => name !== 'runs')

/** The trace of each run in the last race if it was the same and called the same; whoever branches off runs again. */
function knownOf(engine: Engine, experiment: Experiment, prepared: Prepared) {
  const last = lately.get(engine)
  const isSame = last && runsTheSame(common, last.experiment, experiment)
  const before = isSame ? runsOf(last.experiment) : []
  return runsOf(experiment).map((run, i) => {
    const trace = run.from ? undefined : last?.traces[before.indexOf(run)]
    return trace?.label === (prepared.runs[i] ?? trace)?.label ? trace : undefined
  })
}

/** The last step of the longest run. */
export const lastStep = ({ traces }: Race): number =>
  Math.max(0, ...traces.map(({ f }) => f.length - 1))
