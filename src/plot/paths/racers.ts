// Where the other racers are at the playhead, and where the shown one asked for the function on its way.
import { select } from 'd3'
import type { View } from '../view.ts'
import type { PlotPath } from './plotPath.ts'
import { pixelsAt } from './trail.ts'

interface RacersPicture {
  readonly paths: readonly PlotPath[]
  /** The run whose arrows are shown: it has a point of its own. */
  readonly selected: number
  readonly view: View
  readonly playhead: number
}

/** Beyond this many rings they would only be a smear. */
const mostRings = 60

/** Paints the picture into a group, whatever stood there before. */
export function paintRacers(group: SVGGElement, picture: RacersPicture): void {
  const { paths, selected, view, playhead } = picture
  const others = paths.flatMap((path, run) => {
    if (run === selected) return []
    const at = pixelsAt(path, view, Math.min(playhead, path.y.length - 1))
    return at.every(Number.isFinite) ? [{ run, at }] : []
  })
  const root = select(group)
  root
    .selectAll('circle.racer')
    .data(others)
    .join('circle')
    .attr('class', 'racer')
    .attr('data-run', (d) => d.run)
    .attr('cx', (d) => d.at[0])
    .attr('cy', (d) => d.at[1])
  root
    .selectAll('circle.probe')
    .data(ringsOf(picture))
    .join('circle')
    .attr('class', 'probe')
    .attr('cx', (d) => d[0])
    .attr('cy', (d) => d[1])
}

/** The inner evaluations of the step at the playhead. */
function ringsOf({ paths, selected, view, playhead }: RacersPicture): [number, number][] {
  const path = paths[selected]
  if (!path || path.probes.step.length === 0) return []
  const { step, x, y } = path.probes
  const k = Math.min(Math.floor(playhead), path.y.length - 2)
  const rings: [number, number][] = []
  for (let i = 0; i < step.length && rings.length < mostRings; i++) {
    if (step[i] !== k) continue
    const at: [number, number] = [view.x(x[i] as number), view.y(y[i] as number)]
    if (at.every(Number.isFinite)) rings.push(at)
  }
  return rings
}
