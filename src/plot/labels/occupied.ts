// Where labels stand that move with the playhead: those of one layer keep away from those of another.
import type { Box } from './box.ts'

export interface Occupied {
  /** What all layers have written, or one of them. */
  readonly read: (layer?: string) => readonly Box[]
  /** A layer says where its labels are now. */
  readonly write: (layer: string, boxes: readonly Box[]) => void
  /** Tells when a layer has moved its labels. */
  readonly watch: (listener: () => void) => () => void
}

const none: readonly Box[] = []

export function createOccupied(): Occupied {
  const layers = new Map<string, readonly Box[]>()
  const listeners = new Set<() => void>()
  return {
    read: (layer) => (layer ? (layers.get(layer) ?? none) : [...layers.values()].flat()),
    write(layer, boxes) {
      if (layers.get(layer) === boxes) return
      layers.set(layer, boxes)
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
