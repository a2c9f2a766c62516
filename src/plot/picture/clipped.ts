import type { View } from '../view.ts'

/** The text of SVG elements, of which only what lies in the drawing area is seen. */
export function clipped(text: string, { margins, width, height }: View): string {
  const { left, top, right, bottom } = margins
  const area = `${left} ${top} ${width - left - right} ${height - top - bottom}`
  const [x, y, w, h] = area.split(' ')
  return `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="${area}">${text}</svg>`
}
