// A function that is for another lab, since it has another number of variables.
import type { Experiment } from '../../core/experiment/experiment.ts'
import { partsOf } from '../../core/experiment/parts.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { encodeLink } from '../links/encodeLink.ts'

/** The labs of functions of so many variables. */
const labs = new Map([
  [1, { lab: 'curve', title: 'Curve' }],
  [2, { lab: 'surface', title: 'Surface' }],
])

/**
 * Where a function can be seen that this lab cannot show: there with all of the experiment that holds of it.
 * @param text a function that can be read
 */
export function elsewhere(
  text: string,
  { experiment, prepared }: { readonly experiment: Experiment; readonly prepared: Prepared },
): { readonly title: string; readonly link: string } | undefined {
  const { variables } = readLoss(text)
  const { loss, start } = prepared
  const other = labs.get(variables.length)
  if (!other || variables.length === loss.variables.length) return undefined
  const { params: _, view: __, show: ___, at: ____, ...kept } = experiment
  const placed = variables.map((variable) => start[loss.variables.indexOf(variable)] ?? 1)
  return {
    title: other.title,
    link: encodeLink(partsOf([]), { ...kept, lab: other.lab, f: text, start: placed }),
  }
}
