// The names at the ends of paths.
import type { Trace } from '../../core/descent/trace.ts'
import type { Named } from '../../plot/labels/endLabels.ts'
import type { PathOf } from '../../plot/paths/plotPath.ts'
import type { Race } from '../../state/descents/race.ts'

/** Only in company a path needs a name. */
export function namesOf(
  traces: readonly Trace[],
  corrected: Race['corrected'],
  pathOf: PathOf,
): Named[] {
  const racers = traces.map((trace, run) => ({ path: pathOf(trace), run, text: trace.label }))
  const right = [...corrected.values()].map((trace) => ({
    path: pathOf(trace),
    text: 'without the mistake',
  }))
  return racers.length + right.length > 1 ? [...racers, ...right] : []
}
