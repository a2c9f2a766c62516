// The maps that are on the screen, for those who save them.
import type { PlotPicture } from '../../plot/picture/file.ts'
import type { Palette } from './palette.ts'
import type { MapPicture } from './picture.ts'

/** A map as it is now. */
export interface ShownMap {
  readonly picture: MapPicture | undefined
  readonly palette: Palette | undefined
  readonly drawn: PlotPicture | undefined
  /** The size of its type, in pixels. */
  readonly text: number
}

type Source = () => ShownMap

const maps = new WeakMap<object, Map<number, Source>>()

/** Offers the map of a run while it is on the screen. */
export function offerMap(lab: object, run: number, source: Source): () => void {
  const own = maps.get(lab) ?? new Map<number, Source>()
  maps.set(lab, own)
  own.set(run, source)
  return () => {
    if (own.get(run) === source) own.delete(run)
  }
}

/** The map of a run as it is now. */
export const mapOf = (lab: object, run: number): ShownMap | undefined => maps.get(lab)?.get(run)?.()
