import { useLayoutEffect, useMemo, useRef } from 'react'
import { cleared } from '../../plot/canvas.ts'
import type { View } from '../../plot/view.ts'
import styles from './MapPlot.module.css'
import { imageOf, paintMap } from './paintMap.ts'
import type { Palette } from './palette.ts'
import type { MapPicture } from './picture.ts'

interface Props {
  readonly view: View
  readonly picture: MapPicture | undefined
  readonly palette: Palette | undefined
}

/** The pixels of a map, painted when more of them are known. */
export function MapImage({ view, picture, palette }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const image = useMemo(() => picture && palette && imageOf(picture, palette), [picture, palette])
  useLayoutEffect(() => {
    if (!canvas.current || view.width === 0) return
    const context = cleared(canvas.current, view)
    if (picture && image) paintMap(context, image, picture.map, view)
  }, [view, picture, image])
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.image} />
    </div>
  )
}
