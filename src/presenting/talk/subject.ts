// What the link of a scene looks at, in the words of the labs' own menus and headings.
import { nameOfData } from '../../core/experiment/networkData.ts'
import { completedNetwork, networkParts } from '../../core/experiment/networkParts.ts'
import { parts } from '../../core/experiment/parts.ts'
import { functionById } from '../../core/functions/index.ts'
import { decodeLink } from '../../state/links/decodeLink.ts'

/** The function of a link, or the data and the network; nothing where it says neither. */
export function subjectOf(link: string): string | undefined {
  const { f } = decodeLink(parts, link).experiment
  if (f !== undefined) return functionById(f)?.name ?? f
  const { experiment } = decodeLink(networkParts, link)
  if (experiment.data === undefined) return undefined
  const { data, layers } = completedNetwork(experiment)
  const name = nameOfData(data)
  return layers.length ? `${name}, layers of ${layers.join(', ')}` : name
}
