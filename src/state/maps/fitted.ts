// An axis says what of an experiment is varied: in another experiment that may not be there.
import { runsOf } from '../../core/experiment/parts.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { descentAt } from '../../core/maps/axis.ts'
import type { AxisSpec, MapExperiment, MapSpec } from '../../core/maps/mapExperiment.ts'

/** An experiment after a change, with axes of its own where those of before mean nothing in it. */
export function fitted(experiment: MapExperiment, before: MapExperiment): MapExperiment {
  const { map, ...descent } = experiment
  const isNamed = map?.x || map?.y
  if (!isNamed || map !== before.map) return experiment
  const isOther = experiment.f !== before.f
  if (!isOther && experiment.runs === before.runs) return experiment
  const names = quantitiesIn(descent)
  if (!names) return experiment
  const fits = (axis: AxisSpec | undefined) => {
    if (!axis || !names.has(axis.of)) return undefined
    // Where one looks at a function says nothing of another one.
    return isOther && /^(start|param)\./.test(axis.of) ? { of: axis.of } : axis
  }
  const { x: _, y: __, ...rest } = map
  const [x, y] = [fits(map.x), fits(map.y)]
  return { ...descent, map: { ...(x && { x }), ...(y && { y }), ...rest } satisfies MapSpec }
}

/** The quantities that any run has. */
function quantitiesIn(descent: MapExperiment): Set<string> | undefined {
  try {
    return new Set(runsOf(descent).flatMap((_, run) => [...descentAt(descent, run).known.keys()]))
  } catch (error) {
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}
