// A function that is for another lab, since it has another number of variables.
import type { Experiment, RunSpec } from '../../core/experiment/experiment.ts'
import { graphParts } from '../../core/experiment/graphExperiment.ts'
import { partsOf } from '../../core/experiment/parts.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import type { Point } from '../../core/graphs/passes.ts'
import { isVariable } from '../../core/language/spelling.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { expressionText } from '../edits/experiment.ts'
import { encodeLink } from '../links/encodeLink.ts'

/** The labs of descents in so many variables. */
const labs = new Map([
  [1, { lab: 'curve', title: 'Curve' }],
  [2, { lab: 'surface', title: 'Surface' }],
])

interface Descended {
  readonly experiment: Experiment
  readonly prepared: Prepared
}

interface Elsewhere {
  readonly title: string
  readonly link: string
}

/**
 * Where a function can be seen that this lab cannot show: there with all of the experiment that holds of it.
 * @param text a function that can be read
 */
export function elsewhere(
  text: string,
  { experiment, prepared }: Descended,
): Elsewhere | undefined {
  const { variables } = readLoss(text)
  const { loss, start } = prepared
  if (variables.length === loss.variables.length) return undefined
  const placed = variables.map((variable) => start[loss.variables.indexOf(variable)] ?? 1)
  const other = labs.get(variables.length)
  if (!other) return { title: 'Graph', link: graphLink(text, variables, placed) }
  const { params: _, view: __, show: ___, at: ____, ...kept } = experiment
  return {
    title: other.title,
    link: encodeLink(partsOf([]), { ...kept, lab: other.lab, f: text, start: placed }),
  }
}

/** The graph of what is descended, at a point of the way. */
export const graphOf = ({ experiment, prepared }: Descended, point: readonly number[]): string =>
  graphLink(
    experiment.params ? expressionText(experiment) : experiment.f,
    prepared.loss.variables,
    point,
  )

const graphLink = (f: string, variables: readonly string[], point: readonly number[]): string => {
  const start = Object.fromEntries(variables.map((name, i) => [name, point[i] ?? 1]))
  return encodeLink(graphParts, { f, start })
}

/** The lab where a graph's function is descended from a point, if it has few enough variables. */
export function descentFrom(
  f: string,
  { variables, point, run }: { variables: readonly string[]; point: Point; run: RunSpec },
): Elsewhere | undefined {
  const other = labs.get(variables.length)
  if (!other || !variables.every(isVariable)) return undefined
  const start = variables.map((name) => point[name] ?? 1)
  const experiment = { lab: other.lab, f, start, runs: [run] }
  return { title: other.title, link: encodeLink(partsOf([]), experiment) }
}
