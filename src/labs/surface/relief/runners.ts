// The paths on the relief, each with its ball.
import type { LineDrawing, Strand, Stroke } from './lineDrawing.ts'
import type { Look } from './look.ts'
import type { Color, ReliefPath, Ribbon } from './ribbon.ts'

/** A path and where its ball is now. */
export interface Runner extends Pick<ReliefPath, 'color' | 'isSelected'> {
  readonly ball: readonly number[] | undefined
}

export interface Runners {
  readonly set: (ribbons: readonly Ribbon[]) => void
  /** One runner for each ribbon; device pixels for each pixel of the page. */
  readonly draw: (runners: readonly Runner[], look: Look, ratio: number) => void
  readonly dispose: () => void
}

/** How much of a path's colour is seen ahead of the playhead, and how wide it is there. */
const ghost = { color: 0.5, width: 0.7 }
/** How much wider the selected path is. */
const selected = 1.3
/** Widths in those of strokes and of dots. */
const edge = 0.5
const dot = 0.8
const ball = 1.8
/** How much nearer than the surface they are drawn, where half the floor is 1. */
const lift = { line: 0.03, ball: 0.09 }

/** Each path on an edge of paper, the selected one on top of the others, and all balls on top of all paths. */
export function createRunners(lines: LineDrawing): Runners {
  let strands: readonly Strand[] = []
  const dispose = () => {
    for (const strand of strands) strand.dispose()
  }
  return {
    set(ribbons) {
      dispose()
      strands = ribbons.map(lines.strand)
    },
    draw(runners, look, ratio) {
      const ordered = [...runners.entries()].sort(([, a], [, b]) => +a.isSelected - +b.isSelected)
      for (const [run, runner] of ordered) {
        const strand = strands[run]
        const stroke = strokeOf(runner, look, (look.stroke / 2) * ratio)
        strand?.line(edgeOf(stroke, look, ratio))
        strand?.line(stroke)
        strand?.dots(strokeOf(runner, look, dot * look.dot * ratio))
      }
      for (const [, runner] of ordered) {
        const round = strokeOf(runner, look, ball * look.dot * ratio)
        const stroke = { ...round, ahead: round.radius, lift: lift.ball }
        if (!runner.ball) continue
        lines.ball(runner.ball, edgeOf(stroke, look, ratio))
        lines.ball(runner.ball, stroke)
      }
    },
    dispose,
  }
}

function strokeOf({ color, isSelected }: Runner, { paper }: Look, width: number): Stroke {
  const radius = isSelected ? selected * width : width
  return {
    color,
    pale: mixed(paper, color, ghost.color),
    radius,
    ahead: ghost.width * radius,
    lift: lift.line,
  }
}

/** What stands out around a stroke. */
function edgeOf(stroke: Stroke, { paper, stroke: width }: Look, ratio: number): Stroke {
  const wider = edge * width * ratio
  return {
    ...stroke,
    color: paper,
    pale: paper,
    radius: stroke.radius + wider,
    ahead: stroke.ahead + ghost.width * wider,
  }
}

/** A colour on the way to another one. */
export const mixed = (from: Color, to: Color, part: number): Color => [
  from[0] + part * (to[0] - from[0]),
  from[1] + part * (to[1] - from[1]),
  from[2] + part * (to[2] - from[2]),
]
