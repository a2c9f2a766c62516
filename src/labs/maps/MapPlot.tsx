import { pointer } from 'd3'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { useTheme } from '../../panels/lab/useTheme.ts'
import { zoomKeys } from '../../panels/plot/zoomKeys.ts'
import { Axes } from '../../plot/Axes.tsx'
import { useSize } from '../../plot/useSize.ts'
import { marginsFor, type View } from '../../plot/view.ts'
import { captionOf } from './caption.ts'
import { MapImage } from './MapImage.tsx'
import styles from './MapPlot.module.css'
import { MapZoomButtons } from './MapZoomButtons.tsx'
import { Mark } from './Mark.tsx'
import { pixelUnder } from './mapView.ts'
import { type MapPixel, markInWords, nameOf, outcomeInWords, sidesOf } from './names.ts'
import { Pointed } from './Pointed.tsx'
import type { Palette } from './palette.ts'
import type { MapPicture } from './picture.ts'
import { RunOnMap } from './RunOnMap.tsx'
import { useMapZoom } from './useMapZoom.ts'
import { useOffer } from './useOffer.ts'
import { ValueBar } from './ValueBar.tsx'

interface Props {
  readonly map: PreparedMap
  /** Whose map it is. */
  readonly run: number
  /** What is known of it. */
  readonly picture: MapPicture | undefined
  /** The picture is of this map, and not of one that was there before. */
  readonly isCurrent: boolean
  readonly palette: Palette | undefined
  /** Of several maps, whose it is; of one alone nothing. */
  readonly title?: string | undefined
  /** The pixel that someone points at, on this map or another one. */
  readonly pointed: MapPixel | undefined
  readonly onPoint: (pixel: MapPixel | undefined) => void
  readonly onMark: (pixel: MapPixel, about?: string) => void
  /** Drawn over the picture: what is known without running anything. */
  readonly children?: (view: View) => ReactNode
}

/** In ems. */
const room = { top: 0.8, right: 0.6, bottom: 2, left: 4.6 }
/** How far up the buttons reach between the axes: in one row or two. */
const [oneRow, twoRows] = [0.45, 2.4]
/** Beside the picture of values: what their colours mean. */
const besideValues = 5.6

/** One map, with its axes, what is drawn on it, and its mark. */
export function MapPlot(props: Props) {
  const { map, run, picture, isCurrent, palette, title, pointed, onPoint, onMark } = props
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(box)
  const theme = useTheme()
  const hasValues = map.show !== 'outcome'
  const margins = useMemo(
    () => marginsFor(size.text, room, hasValues ? Math.round(besideValues * size.text) : 0),
    [size.text, hasValues],
  )
  const { view, zoom } = useMapZoom(svg, map, size, margins)
  const under = useCallback(
    ([x, y]: readonly [number, number]): MapPixel | undefined => pixelUnder(view, map, [x, y]),
    [view, map],
  )
  const isHere = picture && picture.map.x.of === map.x.of && picture.map.y.of === map.y.of
  const seen = isHere ? picture : undefined
  useOffer(box, { run, view, picture: seen, palette })
  const { width, height } = size
  return (
    <figure className={styles.map}>
      {title !== undefined && <figcaption>{title}</figcaption>}
      <div ref={box} className={styles.frame} data-drawn>
        <MapImage view={view} picture={seen} palette={palette} />
        <svg className={styles.back} {...{ width, height }} aria-hidden="true">
          {width > 0 && (
            <Axes
              view={view}
              corner={zoom.isZoomed ? twoRows : oneRow}
              xLabel={nameOf(map.x, map)}
              yLabel={nameOf(map.y, map)}
            />
          )}
          {hasValues && seen && palette && (
            <ValueBar view={view} picture={seen} palette={palette} />
          )}
        </svg>
        <RunOnMap {...{ view, map, run, theme }} />
        {/* biome-ignore lint/a11y/useSemanticElements: a picture has no field set */}
        <svg
          ref={svg}
          role="group"
          aria-label={[`Map of ${sidesOf(map)}`, title].filter(Boolean).join(', ')}
          className={styles.front}
          {...{ width, height }}
          onKeyDown={zoomKeys(zoom)}
          onPointerMove={(event) => onPoint(under(pointer(event)))}
          onPointerLeave={() => onPoint(undefined)}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('[role=slider]')) return
            const pixel = under(pointer(event))
            if (pixel) onMark(pixel)
          }}
        >
          {props.children?.(view)}
          {pointed && <Pointed view={view} map={map} at={pointed} />}
          <Mark
            {...{ view, map }}
            words={(pixel) =>
              [markInWords(map), seen && isCurrent && outcomeInWords(seen, pixel)]
                .filter(Boolean)
                .join(': ')
            }
            onMove={(pixel) => onMark(pixel, 'mark')}
          />
        </svg>
        <MapZoomButtons zoom={zoom} />
      </div>
      <p className={styles.caption}>{captionOf(map)}</p>
    </figure>
  )
}
