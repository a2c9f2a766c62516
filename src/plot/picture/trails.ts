// Trails once more, for those who save them.
import type { PlotPath } from '../paths/plotPath.ts'
import { type Pen, paintGhost, paintTrail } from '../paths/trail.ts'
import { stylesIn } from '../paths/trailStyle.ts'
import type { View } from '../view.ts'

interface Paths {
  /** The racers, then the same runs without the mistakes that some of them make. */
  readonly paths: readonly PlotPath[]
  readonly corrected: ReadonlyMap<number, PlotPath>
}

/** All paths at once, as they are at a playhead. */
export function paintTrails(
  pen: Pen,
  frame: Element,
  { paths, corrected }: Paths,
  view: View,
  playhead: number,
): void {
  const looks = stylesIn(frame.querySelector('[data-trails]') ?? frame)
  for (const [run, path] of corrected) paintGhost(pen, path, view, looks.corrected(run))
  for (const [run, path] of paths.entries()) {
    paintGhost(pen, path, view, looks.of(run))
    paintTrail(pen, path, view, looks.of(run), [0, Math.min(playhead, path.y.length - 1)])
  }
}
