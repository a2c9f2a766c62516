import { pointer } from 'd3'
import { type ComponentType, type MouseEvent, useEffect, useMemo, useRef } from 'react'
import { Area } from '../../plot/Area.tsx'
import { Axes } from '../../plot/Axes.tsx'
import type { PlotPicture } from '../../plot/picture.ts'
import { svgPen } from '../../plot/svgPen.ts'
import { paintTrails, TrailCanvas } from '../../plot/TrailCanvas.tsx'
import { useSize } from '../../plot/useSize.ts'
import { useZoom } from '../../plot/useZoom.ts'
import type { Size, View } from '../../plot/view.ts'
import { setStart } from '../../state/edits.ts'
import type { Lab, Shown } from '../../state/lab.ts'
import { CanPicture } from './CanPicture.tsx'
import styles from './CurvePlot.module.css'
import { DescentLayer } from './DescentLayer.tsx'
import { playheadOf, selectedOf, useLab, useSelected, useShown } from './lab.ts'
import { Marks } from './Marks.tsx'
import { offerPlot } from './pictures.ts'
import { RacersLayer } from './RacersLayer.tsx'
import { StartHandle } from './StartHandle.tsx'
import { useCurve } from './useCurve.ts'
import { useTheme } from './useTheme.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

const room = { top: 12, right: 14, bottom: 26, left: 60 }
const widestPicture = 150

/** Pictures beside the curve, by the function that they belong to. */
const pictures = new Map<string, ComponentType<Size>>([['soda', CanPicture]])

/** The curve with everything on it. */
export function CurvePlot() {
  const lab = useLab()
  const shown = useShown()
  const { experiment, traces, corrected } = shown
  const { index, trace } = selectedOf(shown, useSelected())
  const frame = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(frame)
  const zoom = useZoom(svg)
  const theme = useTheme()
  const Picture = pictures.get(experiment.f)
  const beside = Picture ? Math.min(widestPicture, size.width / 3.4) : 0
  const margins = useMemo(() => ({ ...room, right: room.right + beside }), [beside])
  const curve = useCurve(size, margins, zoom.transform)
  const { view, variable } = curve

  // biome-ignore lint/correctness/useExhaustiveDependencies: another function is seen whole
  useEffect(zoom.reset, [experiment.f])

  useEffect(
    () => offerPlot(lab, () => pictureOf(frame.current, shown, lab, view)),
    [lab, shown, view],
  )

  const placeStart = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('[role=slider]')) return
    lab.change(setStart([valueUnder(view, pointer(event, svg.current)[0])]))
  }
  return (
    <section className={styles.plot} aria-label="Plot">
      <div ref={frame} className={styles.frame}>
        <svg className={styles.back} width={size.width} height={size.height} aria-hidden="true">
          <Axes view={view} xLabel={curve.titles.x} yLabel={curve.titles.y} />
          <Area view={view}>
            <path className={styles.curve} d={curve.path} />
          </Area>
        </svg>
        <TrailCanvas
          view={view}
          traces={traces}
          corrected={corrected}
          playhead={playheadOf(lab)}
          theme={theme}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a picture has no field set */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the Start handle inside is the keyboard's way */}
        <svg
          ref={svg}
          role="group"
          aria-label={`Curve of f(${variable}) with the paths on it`}
          className={styles.front}
          width={size.width}
          height={size.height}
          onClick={placeStart}
        >
          <Marks marks={curve.marks} />
          <RacersLayer curve={curve} selected={index} />
          <DescentLayer curve={curve} trace={trace} />
          <StartHandle
            view={view}
            variable={variable}
            start={curve.start}
            onMove={(value) => lab.change(setStart([value]), 'start')}
            onDrag={(pixel) => lab.change(setStart([valueUnder(view, pixel)]), 'start')}
          />
        </svg>
        {Picture && size.height > 0 && <Picture width={beside} height={size.height} />}
      </div>
      <ZoomButtons zoom={zoom} view={view} />
    </section>
  )
}

/** Axes and curve, the paths painted once more, and what stands in front. */
function pictureOf(
  frame: HTMLElement | null,
  { traces, corrected }: Shown,
  lab: Lab,
  view: View,
): PlotPicture | undefined {
  const [back, ...front] = frame?.querySelectorAll<SVGSVGElement>(':scope > svg') ?? []
  if (!frame || !back) return undefined
  const paths = svgPen()
  paintTrails(paths, frame, { traces, corrected }, view, playheadOf(lab).read())
  const { left, top, right, bottom } = view.margins
  const area = `${left} ${top} ${view.width - left - right} ${view.height - top - bottom}`
  const [x, y, width, height] = area.split(' ')
  const clipped = `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${area}">${paths.text()}</svg>`
  return { width: view.width, height: view.height, layers: [back, clipped, ...front] }
}

/** The value under a pixel, to as many digits as a pixel tells. */
function valueUnder({ x, margins, width }: View, pixel: number): number {
  const inside = Math.max(margins.left, Math.min(width - margins.right, pixel))
  const perPixel = Math.abs(x.invert(1) - x.invert(0))
  const unit = 10 ** Math.floor(Math.log10(perPixel))
  return Number((Math.round(x.invert(inside) / unit) * unit).toPrecision(12))
}
