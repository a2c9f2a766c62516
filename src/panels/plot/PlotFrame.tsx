// panels/plot/: the frame of a plot: its layers, handles and buttons, and what can be saved.
import { pointer } from 'd3'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
} from 'react'
import { useStore } from 'zustand'
import { Axes } from '../../plot/Axes.tsx'
import type { Titles } from '../../plot/labels/titles.ts'
import { isLeaving } from '../../plot/paths/isLeaving.ts'
import type { PlotPath } from '../../plot/paths/plotPath.ts'
import { TrailCanvas } from '../../plot/paths/TrailCanvas.tsx'
import type { View } from '../../plot/view.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { part } from '../../ui/parts/Part.tsx'
import { SaidOver } from '../../ui/parts/Said.tsx'
import { Region } from '../../ui/place.tsx'
import { useDescentLab } from '../lab/descents.ts'
import { playheadOf } from '../lab/labContext.ts'
import { PreviewContext } from '../lab/preview.ts'
import { slowMotionOf } from '../time/slowly.ts'
import styles from './Plot.module.css'
import { type Backdrop, offerPlot } from './shownPlots.ts'

interface Props {
  readonly view: View
  readonly titles: Titles
  /** What the plot shows, in words. */
  readonly label: string
  readonly paths: readonly PlotPath[]
  /** Of runs with mistakes: the same without them. */
  readonly corrected: ReadonlyMap<number, PlotPath>
  readonly theme: string
  readonly isZoomed: boolean
  /** The frame, whose size the view has, and what is zoomed. */
  readonly box: RefObject<HTMLDivElement | null>
  readonly svg: RefObject<SVGSVGElement | null>
  /** What saving paints once more below the axes, or instead of everything. */
  readonly backdrop?: Backdrop
  /** On canvas, below the axes. */
  readonly below?: ReactNode
  /** Beside the axes, below the paths. */
  readonly back?: ReactNode
  readonly backClass?: string | undefined
  /** Between axes and paths. */
  readonly between?: ReactNode
  /** Marks and handles, before the paths. */
  readonly children: ReactNode
  /** Pictures and buttons beside the drawing. */
  readonly beside?: ReactNode
  readonly over?: ReactNode
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** A click on the drawing that is not on a handle, in pixels. */
  readonly onPlace: (at: [number, number]) => void
}

const SlowMotionCaption = part(
  async () => (await import('../time/SlowMotionCaption.tsx')).SlowMotionCaption,
)
const Preview = part(async () => (await import('./Preview.tsx')).Preview)
const more = arrival(() => import('../more.ts'))
/** A click so near to a path (in pixels) means the path. */
const reach = 7

/** The racer whose path passes under a click. */
async function pathAt(...click: [readonly PlotPath[], View, [number, number]]) {
  try {
    return (await more.soon()).nearestPath(...click, reach)
  } catch {
    return undefined
  }
}

/** The layers of a plot, from the back: axes, paths on canvas, and what stands in front with text and handles. */
export function PlotFrame(props: Props) {
  const { view, titles, label, paths, corrected, theme, box, svg, backdrop } = props
  const hasButton = props.isZoomed || paths.some((path) => isLeaving(path, view))
  const lab = useDescentLab()
  const playhead = playheadOf(lab)
  const isSlow = useStore(slowMotionOf(lab), ({ now }) => now !== undefined)
  const preview = useContext(PreviewContext)
  const sentences = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      offerPlot(lab, () => ({
        frame: box.current,
        paths,
        corrected,
        view,
        playhead: playhead.read(),
        backdrop,
      })),
    [lab, box, paths, corrected, view, playhead, backdrop],
  )
  const onClick = async (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('[role=slider]')) return
    const at = pointer(event, svg.current)
    const run = paths.length > 1 ? await pathAt(paths, view, at) : undefined
    if (run === undefined) props.onPlace(at)
    else lab.select(run)
  }
  const size = { width: view.width, height: view.height }
  return (
    <Region className={styles.plot} name="Plot" data-drawn onKeyDown={props.onKeyDown}>
      <SaidOver value={sentences}>
        <div ref={box} className={styles.frame}>
          {props.below}
          <svg
            className={[styles.back, props.backClass].filter(Boolean).join(' ')}
            {...size}
            aria-hidden="true"
          >
            <Axes
              view={view}
              xLabel={titles.x}
              yLabel={titles.y}
              yLabelAbove={titles.isAbove}
              // One row of buttons between the axes, or two.
              corner={hasButton ? 2.4 : 0.45}
            />
            {props.back}
          </svg>
          {props.between}
          <TrailCanvas {...{ view, paths, corrected, playhead, theme }} />
          {/* biome-ignore lint/a11y/useSemanticElements: a picture has no field set */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the Start handle inside is the keyboard's way */}
          <svg
            ref={svg}
            role="group"
            aria-label={label}
            className={styles.front}
            {...size}
            onClick={(event) => void onClick(event)}
          >
            {props.children}
            {preview && <Preview view={view} trace={preview} />}
          </svg>
          {props.beside}
        </div>
        {props.over}
        {isSlow && <SlowMotionCaption />}
      </SaidOver>
      <div ref={sentences} className={styles.sentences} />
    </Region>
  )
}
