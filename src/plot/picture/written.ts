// What stands beside a plot as HTML, for those who save it: its words and signs, each where it is on the page.
import { baselineOf } from '../labels/textSize.ts'
import type { Layer } from './file.ts'
import { escaped } from './svgPen.ts'

/** Where a picture begins on the page. */
export type Corner = Pick<DOMRect, 'left' | 'top'>

/** The words of an element and the pictures between them, as layers of a picture that begins at a corner. */
export function written(element: Element, { left, top }: Corner): Layer[] {
  const layers: Layer[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isDrawn(node) && node.checkVisibility()) {
      const box = node.getBoundingClientRect()
      layers.push({ x: box.left - left, y: box.top - top, layers: [node] })
    }
    const around = node.parentElement
    if (node instanceof Text && around && !around.closest('svg'))
      layers.push(...lineOf(node, around, { left, top }))
  }
  return layers
}

const isDrawn = (node: Node): node is SVGSVGElement => node instanceof SVGSVGElement

/** A text that stands on one line. */
function lineOf(text: Text, around: Element, { left, top }: Corner): string[] {
  const range = document.createRange()
  range.selectNodeContents(text)
  const box = range.getBoundingClientRect()
  if (!text.data.trim() || box.width === 0) return []
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(around)
  const looks = {
    x: (box.left - left).toFixed(2),
    y: (baselineOf(box) - top).toFixed(2),
    fill: color,
    'font-family': fontFamily,
    'font-size': fontSize,
    'font-weight': fontWeight,
  }
  const attributes = Object.entries(looks).map(([name, value]) => `${name}="${escaped(value)}"`)
  return [`<text ${attributes.join(' ')}>${escaped(text.data.trim())}</text>`]
}
