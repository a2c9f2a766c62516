// What is shown of an experiment with descents: its runs, always all of them and each a whole one.
import type { Trace } from '../../core/descent/trace.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import type { Engine } from '../../engine/client.ts'
import { told } from '../lab/pieces.ts'
import { withCorrections } from './withoutBugs.ts'

export interface Race {
  readonly traces: readonly Trace[]
  /** Of runs with mistakes of the bug zoo, by their index: the same run without them. */
  readonly corrected: ReadonlyMap<number, Trace>
}

/** Runs everything, and shows it when the last run has come to its end. */
export function race(
  engine: Engine,
  experiment: Experiment,
  { runs }: Prepared,
): AsyncIterable<Race | undefined> {
  const { spec, corrects } = withCorrections(experiment)
  const traces: Trace[] = []
  return told(engine.run('descend', spec), (trace) => {
    traces.push(trace)
    const right = traces.slice(runs.length)
    return traces.length < runs.length + corrects.length
      ? undefined
      : {
          traces: traces.slice(0, runs.length),
          corrected: new Map(corrects.map((run, i) => [run, right[i] as Trace])),
        }
  })
}

/** The last step of the longest run. */
export const lastStep = ({ traces }: Race): number =>
  Math.max(0, ...traces.map(({ f }) => f.length - 1))
