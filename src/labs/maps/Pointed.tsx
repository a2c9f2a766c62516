import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import type { View } from '../../plot/view.ts'
import styles from './MapPlot.module.css'
import type { MapPixel } from './names.ts'

/** Lines through the pixel that someone points at, on this map or beside it. */
export function Pointed({ view, map, at }: { view: View; map: PreparedMap; at: MapPixel }) {
  const place = (scale: View['x'], axis: PreparedMap['x'], i: number) => {
    const [a, b] = [scale(axis.from), scale(axis.to)]
    return a + ((b - a) * (i + 0.5)) / map.size
  }
  const [x, y] = [place(view.x, map.x, at[0]), place(view.y, map.y, at[1])]
  const { margins, width, height } = view
  return (
    <g className={styles.pointed}>
      <line x1={x} x2={x} y1={margins.top} y2={height - margins.bottom} />
      <line x1={margins.left} x2={width - margins.right} y1={y} y2={y} />
    </g>
  )
}
