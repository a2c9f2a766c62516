import { type RefObject, useEffect } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import type { PlotPath } from '../../../plot/paths/plotPath.ts'
import type { Pen } from '../../../plot/paths/trail.ts'
import { layered } from '../../../plot/picture/layered.ts'
import type { View } from '../../../plot/view.ts'
import type { PictureSource } from '../offered.ts'

interface Shown {
  readonly view: View
  readonly ground: (pen: Pen) => void
  readonly paths: readonly PlotPath[]
  readonly here: PlayheadSource
}

/** A training makes none that could be corrected. */
export const noMistakes: ReadonlyMap<number, PlotPath> = new Map()

/** Offers what makes a picture of the landscape to keep, as it stands when it is asked for. */
export function usePicture(
  offer: (source: PictureSource) => () => void,
  box: RefObject<Element | null>,
  { view, ground, paths, here }: Shown,
): void {
  useEffect(
    () =>
      offer(() => {
        const frame = box.current
        const plot = { view, ground, paths, corrected: noMistakes, playhead: here.read() }
        return frame ? layered({ frame, ...plot }) : undefined
      }),
    [offer, box, view, ground, paths, here],
  )
}
