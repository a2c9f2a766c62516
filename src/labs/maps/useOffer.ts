import { type RefObject, useEffect } from 'react'
import { useDescentLab } from '../../panels/lab/descents.ts'
import { clipped } from '../../plot/picture/clipped.ts'
import type { PlotPicture } from '../../plot/picture/file.ts'
import type { View } from '../../plot/view.ts'
import { imageOf } from './paintMap.ts'
import type { Palette } from './palette.ts'
import type { MapPicture } from './picture.ts'
import { offerMap } from './shownMaps.ts'

interface Shown {
  readonly run: number
  readonly view: View
  readonly picture: MapPicture | undefined
  readonly palette: Palette | undefined
}

/** Offers a map to those who save it, as it stands when it is asked for. */
export function useOffer(
  box: RefObject<HTMLElement | null>,
  { run, view, picture, palette }: Shown,
): void {
  const lab = useDescentLab()
  useEffect(
    () =>
      offerMap(lab, run, () => ({
        ...{ picture, palette, text: view.text },
        drawn:
          box.current && picture && palette
            ? drawn(box.current, picture, palette, view)
            : undefined,
      })),
    [lab, run, box, view, picture, palette],
  )
}

/** The map as an image below its axes and its mark. */
function drawn(
  frame: HTMLElement,
  picture: MapPicture,
  palette: Palette,
  view: View,
): PlotPicture | undefined {
  const [back, front] = frame.querySelectorAll<SVGSVGElement>(':scope > svg')
  if (!back || !front) return undefined
  const { x, y } = picture.map
  const [left, right] = [view.x(x.from), view.x(x.to)]
  const [bottom, top] = [view.y(y.from), view.y(y.to)]
  const image = `<image href="${imageOf(picture, palette).toDataURL()}" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" preserveAspectRatio="none" style="image-rendering: pixelated"/>`
  return { width: view.width, height: view.height, layers: [clipped(image, view), back, front] }
}
