import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { StartHandle } from '../../panels/plot/StartHandle.tsx'
import type { View } from '../../plot/view.ts'
import { markOf } from '../../state/maps/places.ts'
import styles from './MapPlot.module.css'
import { pixelView } from './mapView.ts'
import { type MapPixel, markInWords } from './names.ts'

interface Props {
  readonly view: View
  readonly map: PreparedMap
  readonly words: (pixel: MapPixel) => string
  readonly onMove: (pixel: MapPixel) => void
}

/** Where on the map the run is that is shown beside it: to be dragged, or moved by arrow keys, pixel by pixel. */
export function Mark({ view, map, words, onMove }: Props) {
  const { size } = map
  const pixels = pixelView(view, size)
  const inside = (at: number) => Math.max(0, Math.min(size - 1, Math.floor(at)))
  const place = markOf(map).map((share) => share * size) as [number, number]
  // Outside the map it waits at the border, from where it is taken back.
  const [x, y] = place.map((at) => Math.max(0, Math.min(size, at))) as [number, number]
  const isOutside = x !== place[0] || y !== place[1]
  const to = (left: number, up: number) => onMove([inside(left), inside(up)])
  /** By keys, by a whole pixel at least. */
  const strideTo = (from: number, place: number) =>
    from + Math.sign(place - from) * Math.max(1, Math.round(Math.abs(place - from)))
  return (
    <StartHandle
      view={pixels}
      at={{ x, y }}
      isFree
      name="Mark"
      className={isOutside ? `${styles.mark} ${styles.outside}` : styles.mark}
      words={isOutside ? `${markInWords(map)}: outside the map` : words([inside(x), inside(y)])}
      onMove={(left, up) => to(strideTo(x, left), strideTo(y, up))}
      onHold={() => undefined}
      onDrag={(left, top) => to(pixels.x.invert(left), pixels.y.invert(top))}
    />
  )
}
