// Where the names and ranges of the variables stand: along the two edges of the floor that are nearest.
import { floor, peak } from './block.ts'
import type { Camera, Frame } from './camera.ts'
import { circle, type Matrix, project } from './matrix.ts'

type Pair = readonly [number, number]

interface Viewed extends Pick<Camera, 'yaw' | 'pitch'> {
  readonly matrix: Matrix
  readonly halves: Pair
}

/** How far from the edge names and numbers are, and how far along it numbers are, where half the floor is 1. */
const away = { name: 0.17, number: 0.12 }
const along = 0.92

/** Places on the floor: of x its name, its least and its largest value, then those of y. */
export function labelPlaces({ yaw, halves: [x, y] }: Pick<Viewed, 'yaw' | 'halves'>): Pair[] {
  // The eye is at −y when nothing is turned.
  const [toY, toX] = circle(yaw).map((part) => (part > 0 ? -1 : 1)) as [number, number]
  return [
    [0, toY * (y + away.name)],
    [-along * x, toY * (y + away.number)],
    [along * x, toY * (y + away.number)],
    [toX * (x + away.name), 0],
    [toX * (x + away.number), -along * y],
    [toX * (x + away.number), along * y],
  ]
}

/** Moves the labels, children in that order, to their places. */
export function placeLabels(labels: Element, { width, height }: Frame, view: Viewed): void {
  const up = labelHeight(view.pitch)
  labelPlaces(view).forEach((place, k) => {
    const label = labels.children[k]
    const [x, y] = project(view.matrix, [...place, up])
    if (label instanceof HTMLElement)
      label.style.transform = `translate(${((1 + x) / 2) * width}px, ${((1 - y) / 2) * height}px) translate(-50%, -50%)`
  })
}

/** On the floor, but seen from above beside the plateau, which hides what is on the floor. */
function labelHeight(pitch: number): number {
  const [from, to] = [50, 80]
  const part = Math.max(0, Math.min(1, (pitch - from) / (to - from)))
  return floor + part * (peak - floor)
}
