// Where labels stand that move with the playhead: those of one layer keep away from those of another.
import type { Box } from './box.ts'

export interface Occupied {
  /** What all layers have written, or one of them. */
  readonly read: (layer?: string) => readonly Box[]
  /** What all layers but one have written. */
  readonly besides: (layer: string) => readonly Box[]
  /** A layer says where its labels are now. */
  readonly write: (layer: string, boxes: readonly Box[]) => void
  /** Tells when a layer has moved its labels. */
  readonly watch: (listener: () => void) => () => void
}

const none: readonly Box[] = []
/** Of its height: so far beside a label no other begins, which would be read as one with it. */
const space = 0.3

const withSpace = ({ x, y, width, height }: Box): Box => ({
  x: x - space * height,
  y,
  width: width + 2 * space * height,
  height,
})

export function createOccupied(): Occupied {
  const written = new Map<string, readonly Box[]>()
  const layers = new Map<string, readonly Box[]>()
  const listeners = new Set<() => void>()
  return {
    read: (layer) => (layer ? (layers.get(layer) ?? none) : [...layers.values()].flat()),
    besides: (layer) => [...layers].flatMap(([other, boxes]) => (other === layer ? [] : boxes)),
    write(layer, boxes) {
      if (written.get(layer) === boxes) return
      written.set(layer, boxes)
      layers.set(layer, boxes.map(withSpace))
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
