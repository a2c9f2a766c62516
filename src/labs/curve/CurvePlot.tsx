import { pointer } from 'd3'
import {
  type ComponentType,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { compileFunction } from '../../core/language/program.ts'
import { Axes } from '../../plot/Axes.tsx'
import { fitWindow } from '../../plot/fit.ts'
import { type Draw, Layer } from '../../plot/Layer.tsx'
import { paintDescent } from '../../plot/layers/descent.ts'
import { minimaOn } from '../../plot/minima.ts'
import { curvePath } from '../../plot/sample.ts'
import { TrailCanvas } from '../../plot/TrailCanvas.tsx'
import { useSize } from '../../plot/useSize.ts'
import { useZoom } from '../../plot/useZoom.ts'
import { type Size, type View, viewOf, type Window } from '../../plot/view.ts'
import { setStart } from '../../state/edits.ts'
import { CanPicture } from './CanPicture.tsx'
import styles from './CurvePlot.module.css'
import { playheadOf, useLab, useShown } from './lab.ts'
import { Marks } from './Marks.tsx'
import { placeMarks } from './marks.ts'
import { StartHandle } from './StartHandle.tsx'
import { useTheme } from './useTheme.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

const room = { top: 12, right: 14, bottom: 26, left: 54 }

/** The curve with everything on it. */
export function CurvePlot() {
  const lab = useLab()
  const { experiment, prepared, traces } = useShown()
  const { loss } = prepared
  const frame = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(frame)
  const theme = useTheme()
  const zoom = useZoom(svg)
  const window = useSameWindow(useMemo(() => fitWindow(prepared, traces), [prepared, traces]))
  const Picture = pictures[experiment.f]
  const beside = Picture ? Math.min(150, size.width / 3.4) : 0
  const margins = useMemo(() => ({ ...room, right: room.right + beside }), [beside])
  const view = useMemo(
    () => viewOf(size, window, margins, zoom.transform),
    [size, window, margins, zoom.transform],
  )
  const variable = loss.variables[0] as string
  const f = useMemo(
    () => compileFunction(loss.expression, loss.variables),
    [loss.expression, loss.variables],
  )
  const curve = useMemo(() => (size.width ? curvePath(f, view) : ''), [f, view, size.width])
  const [from = 0, to = 0] = view.x.domain()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the expression and parameters say all of the loss
  const minima = useMemo(() => minimaOn(loss, [from, to]), [loss.expression, from, to])
  const start = experiment.start?.[0] ?? (prepared.start[0] as number)
  const marks = useMemo(
    () => placeMarks(view, minima, { x: start, f: f(start) }),
    [view, minima, start, f],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: another function is seen whole
  useEffect(zoom.reset, [experiment.f])

  const trace = traces[0]
  const playhead = playheadOf(lab)
  const drawDescent = useCallback<Draw>(
    (group) => {
      if (!trace || view.width === 0) return undefined
      const fontSize = Number.parseFloat(getComputedStyle(group).fontSize)
      const paint = () =>
        paintDescent(group, {
          trace,
          view,
          playhead: playhead.read(),
          taken: marks.taken,
          fontSize,
        })
      paint()
      return playhead.watch(paint)
    },
    [trace, view, marks, playhead],
  )

  const placeStart = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('[role=slider]')) return
    const [x] = pointer(event, svg.current)
    lab.change(setStart([rounded(view, x)]))
  }

  return (
    <section className={styles.plot} aria-label="Plot" data-theme-key={theme}>
      <div ref={frame} className={styles.frame}>
        <svg className={styles.back} width={size.width} height={size.height} aria-hidden="true">
          <Axes
            view={view}
            xLabel={loss.entry?.axes?.[variable] ?? variable}
            yLabel={loss.entry?.axes?.f ?? `f(${variable})`}
          />
          <Area view={view}>
            <path className={styles.curve} d={curve} />
          </Area>
        </svg>
        <TrailCanvas view={view} traces={traces} playhead={playhead} theme={theme} />
        {/* biome-ignore lint/a11y/useSemanticElements: a picture has no field set */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the Start handle inside is the keyboard's way */}
        <svg
          ref={svg}
          role="group"
          aria-label={`Curve of f(${variable}) with the path of ${trace?.label}`}
          className={styles.front}
          width={size.width}
          height={size.height}
          onClick={placeStart}
        >
          <Marks marks={marks} />
          <Area view={view}>
            <g className={styles.descent}>
              <Layer name="descent" draw={drawDescent} />
            </g>
          </Area>
          <StartHandle
            view={view}
            variable={variable}
            value={start}
            f={f(start)}
            onMove={(value) => lab.change(setStart([value]))}
            onDrag={(pixel) => lab.change(setStart([rounded(view, pixel)]))}
          />
        </svg>
        {Picture && size.height > 0 && <Picture width={beside} height={size.height} />}
      </div>
      <ZoomButtons zoom={zoom} view={view} />
    </section>
  )
}

/** Cuts off what leaves the drawing area. A nested viewport costs the browser less than a clip path. */
function Area({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  const { left, top, right, bottom } = view.margins
  const [width, height] = [
    Math.max(0, view.width - left - right),
    Math.max(0, view.height - top - bottom),
  ]
  return (
    <svg
      x={left}
      y={top}
      width={width}
      height={height}
      viewBox={`${left} ${top} ${width} ${height}`}
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

/** Pictures beside the curve, by the function that they belong to. */
const pictures: Readonly<Record<string, ComponentType<Size> | undefined>> = {
  soda: CanPicture,
}

/** The value under a pixel, to as many digits as a pixel tells. */
function rounded({ x, margins, width }: View, pixel: number): number {
  const inside = Math.max(margins.left, Math.min(width - margins.right, pixel))
  const perPixel = Math.abs(x.invert(1) - x.invert(0))
  const unit = 10 ** Math.floor(Math.log10(perPixel))
  return Number((Math.round(x.invert(inside) / unit) * unit).toPrecision(12))
}

/** The window object of before while its numbers are the same, so that nothing is drawn anew for nothing. */
function useSameWindow(window: Window): Window {
  const [kept, keep] = useState(window)
  const same = [...kept.x, ...kept.y].join() === [...window.x, ...window.y].join()
  if (!same) keep(window)
  return same ? kept : window
}
