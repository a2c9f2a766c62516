// What a link computes, as plain Node does: the whole of it, without a page.
import type { Experiment } from '../../../core/experiment/experiment.ts'
import type { GraphExperiment } from '../../../core/experiment/graphExperiment.ts'
import { prepareGraph } from '../../../core/experiment/graphExperiment.ts'
import type { NetworkExperiment } from '../../../core/experiment/networkExperiment.ts'
import { runExperiment, trainNetwork } from '../../../core/index.ts'
import { curve } from '../../../labs/curve/curve.ts'
import { graph } from '../../../labs/graph/graph.ts'
import { network } from '../../../labs/network/network.ts'
import { surface } from '../../../labs/surface/surface.ts'
import type { AnyExperiment, LabKind } from '../../../state/lab/kind.ts'
import { decodeLink } from '../../../state/links/decodeLink.ts'
import { type Results, resultsOfDescents, resultsOfGraph, resultsOfTrainings } from '../results.ts'

/**
 * What a link says in a lab, heard as the page hears it: what is left out has its default, whatever the lab begins with.
 * @throws Error where it says something that cannot be read, or that cannot start
 */
function heard<E extends AnyExperiment, P, S, O, F>(kind: LabKind<E, P, S, O, F>, link: string): E {
  const { experiment, complaints: unread } = decodeLink(kind.parts, link)
  const { lab: _, ...said } = experiment
  const mended = kind.mend(said as Partial<E>)
  const complaints = [...unread, ...mended.complaints]
  if (complaints.length > 0) throw new Error(`${link}: ${complaints.join('; ')}`)
  return mended.experiment
}

const descended = (
  experiment: Experiment,
  { variables }: { readonly variables: readonly string[] },
) => resultsOfDescents(variables, runExperiment(experiment))

/** @throws Error where a link says something that cannot be read, or that cannot start */
export function resultsOfLink(link: string): Results {
  const lab = /^#\/(\w+)/.exec(link)?.[1]
  if (lab === 'network')
    return resultsOfTrainings(trainNetwork(heard(network, link) as NetworkExperiment))
  if (lab === 'graph') {
    const said = heard(graph, link) as GraphExperiment
    return resultsOfGraph(said.f, prepareGraph(said).point)
  }
  if (lab !== 'curve' && lab !== 'surface') throw new Error(`${link} names no lab`)
  const kind = lab === 'curve' ? curve : surface
  const experiment = heard(kind, link)
  return descended(experiment, kind.prepare(experiment).loss)
}
