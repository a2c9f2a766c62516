// A can as seen from slightly above, drawn to one scale for the whole run.
import { select } from 'd3'
import type { Sheet } from '../../plot/view.ts'

export interface Can {
  /** In cm, as all lengths here. */
  readonly radius: number
  readonly height: number
}

/** How flat the circles look. */
const tilt = 0.22
/** In ems, for the ruler and its number; and how far up the ruler is. */
const footroom = 2.3
const rulerAt = 1.4
/** In pixels: of a can that is larger nothing would be seen but a line. */
const largest = 1e5

/** Pixels per centimetre at which every can of a path fits, as far as it is a can that one could hold. */
export function canScale(
  radii: ArrayLike<number>,
  volume: number,
  { width, height, text }: Sheet,
): number {
  const best = Math.cbrt(volume / (2 * Math.PI))
  const [least, most] = [best / 3, best * 3]
  const sizes = Array.from(radii).filter((r) => r >= least && r <= most)
  sizes.push(best)
  const widest = Math.max(...sizes)
  const thinnest = Math.min(...sizes)
  const tallest = volume / (Math.PI * thinnest ** 2)
  return Math.min(
    (width - 8) / (2 * widest),
    (height - footroom * text) / (tallest + 2 * tilt * widest),
  )
}

/** Paints the can and a ruler. What is too large for the picture leaves it. */
export function paintCan(group: SVGGElement, can: Can, scale: number, sheet: Sheet): void {
  const { width, height, text } = sheet
  const root = select(group)
  const cans = can.radius > 0 && Math.max(can.radius, can.height) * scale < largest ? [can] : []
  const middle = width / 2
  const floor = height - footroom * text
  const outline = ({ radius, height: tall }: Can) => {
    const [r, h, flat] = [radius * scale, tall * scale, radius * scale * tilt]
    return `M${middle - r},${floor - flat - h}V${floor - flat}A${r},${flat} 0 0 0 ${middle + r},${floor - flat}V${floor - flat - h}`
  }
  root.selectAll('path.side').data(cans).join('path').attr('class', 'side').attr('d', outline)
  root
    .selectAll('ellipse.lid')
    .data(cans)
    .join('ellipse')
    .attr('class', 'lid')
    .attr('cx', middle)
    .attr('cy', (d) => floor - d.radius * scale * tilt - d.height * scale)
    .attr('rx', (d) => d.radius * scale)
    .attr('ry', (d) => d.radius * scale * tilt)
  paintRuler(root, scale, sheet)
}

function paintRuler(
  root: ReturnType<typeof select<SVGGElement, unknown>>,
  scale: number,
  { width, height, text }: Sheet,
): void {
  const middle = width / 2
  const length = [1, 2, 5, 10, 20, 50].find((cm) => cm * scale > 30) ?? 100
  const half = (length * scale) / 2
  const lengths = half < middle ? [length] : []
  const y = height - rulerAt * text
  root
    .selectAll('path.ruler')
    .data(lengths)
    .join('path')
    .attr('class', 'ruler')
    .attr('d', `M${middle - half},${y - 3}v6M${middle - half},${y}h${2 * half}m0,-3v6`)
  root
    .selectAll('text')
    .data(lengths)
    .join('text')
    .attr('x', middle)
    .attr('y', height - 2)
    .attr('text-anchor', 'middle')
    .text((d) => `${d} cm`)
}
