// Paints what a canvas paints into the text of an SVG: the layers know one pen, and export has them paint once more.
import type { Pen } from '../paths/trail.ts'

export interface SvgPen extends Pen {
  /** What has been painted, as SVG elements. */
  readonly text: () => string
}

const short = (value: number) => String(Number(value.toFixed(2)))
/** A text that XML takes as it is. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

export function svgPen(): SvgPen {
  const shapes: string[] = []
  let path = ''
  let dash: readonly number[] = []
  const shape = (attributes: Record<string, string>) => {
    const alpha = pen.globalAlpha === 1 ? {} : { opacity: short(pen.globalAlpha) }
    const all = Object.entries({ d: path, ...attributes, ...alpha })
    shapes.push(`<path ${all.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}/>`)
  }
  const pen: SvgPen = {
    strokeStyle: '#000',
    fillStyle: '#000',
    lineWidth: 1,
    lineJoin: 'round',
    globalAlpha: 1,
    lineDashOffset: 0,
    setLineDash(segments: Iterable<number>) {
      dash = [...segments]
    },
    beginPath() {
      path = ''
    },
    moveTo(x, y) {
      path += `M${short(x)},${short(y)}`
    },
    lineTo(x, y) {
      path += `L${short(x)},${short(y)}`
    },
    // Only whole circles are painted, from their rightmost point.
    arc(x, y, radius) {
      const r = short(radius)
      path += `A${r},${r} 0 1 1 ${short(x - radius)},${short(y)}A${r},${r} 0 1 1 ${short(x + radius)},${short(y)}`
    },
    stroke() {
      if (!path) return
      shape({
        fill: 'none',
        stroke: String(pen.strokeStyle),
        'stroke-width': short(pen.lineWidth),
        'stroke-linejoin': 'round',
        ...(dash.length && { 'stroke-dasharray': dash.join() }),
      })
    },
    fill() {
      if (path) shape({ fill: String(pen.fillStyle) })
    },
    text: () => shapes.join(''),
  }
  return pen
}
