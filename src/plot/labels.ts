// Where labels go: beside what they name, inside the picture, and not on top of each other.

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface LabelRequest {
  readonly text: string
  /** The point that the label names. */
  readonly x: number
  readonly y: number
  /** Preferred sides, best first. */
  readonly sides: readonly Side[]
  /** Distance from the point to the text, in pixels. */
  readonly gap?: number
}

type Side = 'above' | 'below' | 'left' | 'right'

/** Mean width of a character and height of a line, in ems. */
const characterWidth = 0.56
const lineHeight = 1.25

/**
 * Places labels one after the other, each on the first of its sides that is free.
 * @param fontSize in pixels
 * @param taken what must stay free; each placed label is added
 * @returns the boxes, in order
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  bounds: Box,
  fontSize: number,
  taken: Box[],
): Box[] {
  return requests.map((request) => {
    const boxes = request.sides.map((side) => inside(boxAt(request, side, fontSize), bounds))
    const best =
      boxes.find((box) => !taken.some((other) => overlap(box, other) > 0)) ??
      leastCovered(boxes, taken)
    taken.push(best)
    return best
  })
}

function boxAt({ text, x, y, gap = 8 }: LabelRequest, side: Side, fontSize: number): Box {
  const width = text.length * characterWidth * fontSize
  const height = lineHeight * fontSize
  if (side === 'left') return { x: x - gap - width, y: y - height / 2, width, height }
  if (side === 'right') return { x: x + gap, y: y - height / 2, width, height }
  return { x: x - width / 2, y: side === 'above' ? y - gap - height : y + gap, width, height }
}

/** Moved inside as far as needed. */
function inside(box: Box, bounds: Box): Box {
  const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
  return {
    ...box,
    x: clamp(box.x, bounds.x, bounds.x + bounds.width - box.width),
    y: clamp(box.y, bounds.y, bounds.y + bounds.height - box.height),
  }
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return across > 0 && down > 0 ? across * down : 0
}

/** How much of a box others cover, in square pixels. */
export const covered = (box: Box, others: readonly Box[]): number =>
  others.reduce((sum, other) => sum + overlap(box, other), 0)

const leastCovered = (boxes: readonly Box[], taken: readonly Box[]): Box =>
  boxes.reduce((a, b) => (covered(b, taken) < covered(a, taken) ? b : a))
