import { isLeaving } from '../../plot/paths/isLeaving.ts'
import { part } from '../../ui/parts/Part.tsx'
import type { RacersProps } from './RacersLayer.tsx'

const RacersLayer = part(async () => (await import('../more.ts')).RacersLayer)

/** What a run alone has no need of, if it does not look around and stays in the picture. */
export function Racers(props: RacersProps) {
  const { paths, corrected, view } = props
  const isPlain = ({ probes }: (typeof paths)[number]) => probes.step.length === 0
  const isCalm =
    paths.length + corrected.size === 1 &&
    paths.every((path) => isPlain(path) && !isLeaving(path, view))
  return isCalm ? null : <RacersLayer {...props} />
}
