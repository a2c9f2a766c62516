import { useMemo, useRef, useState } from 'react'
import { slopesOf } from '../../core/landscape/slopes.ts'
import { functionName } from '../../core/loss/valueName.ts'
import { exactFigures, plain } from '../../core/number.ts'
import { selectedOf, useDescentLab, useSelected, useShown } from '../../panels/lab/descents.ts'
import { useTheme } from '../../panels/lab/useTheme.ts'
import { DragHint } from '../../panels/plot/DragHint.tsx'
import { PlotFrame } from '../../panels/plot/PlotFrame.tsx'
import { usePlotZoom } from '../../panels/plot/plotZoom.ts'
import { Racers } from '../../panels/plot/Racers.tsx'
import { StartHandle } from '../../panels/plot/StartHandle.tsx'
import { useRamp } from '../../panels/plot/useRamp.ts'
import { zoomKeys } from '../../panels/plot/zoomKeys.ts'
import { pathFromAbove } from '../../plot/paths/plotPath.ts'
import type { Pen } from '../../plot/paths/trail.ts'
import { paintGround } from '../../plot/plane/heights.ts'
import swatches from '../../plot/plane/Legend.module.css'
import { Legend } from '../../plot/plane/Legend.tsx'
import { useSize } from '../../plot/useSize.ts'
import { marginsFor, under } from '../../plot/view.ts'
import { setStart } from '../../state/edits/experiment.ts'
import { part } from '../../ui/parts/Part.tsx'
import { groundLine, HeightsCanvas } from './HeightsCanvas.tsx'
import { Marks } from './Marks.tsx'
import type { ReliefHandle } from './relief/Relief.tsx'
import styles from './SurfacePlot.module.css'
import { useFollowing } from './useFollowing.ts'
import { useLook } from './useLook.ts'
import { useSurface } from './useSurface.ts'

const ReliefView = part(async () => (await import('./ReliefView.tsx')).ReliefView)
/** What is not needed for the first path comes after it. */
const ZoomButtons = part(async () => (await import('../../panels/later.ts')).ZoomButtons)
const VectorsLayer = part(async () => (await import('./VectorsLayer.tsx')).VectorsLayer)
const Extras = part(async () => (await import('./afterPicture.ts')).Extras)
const CurvatureLayer = part(async () => (await import('./CurvatureLayer.tsx')).CurvatureLayer)
const CloudLayer = part(async () => (await import('./CloudLayer.tsx')).CloudLayer)

/** In ems. */
const room = { top: 0.8, right: 6.2, bottom: 2, left: 4.6 }

/** The surface from above, or as a relief, with everything on it. */
export function SurfacePlot() {
  const lab = useDescentLab()
  const shown = useShown()
  const selected = selectedOf(shown, useSelected())
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const swatch = useRef<HTMLElement>(null)
  const size = useSize(box)
  const margins = useMemo(() => marginsFor(size.text, room), [size.text])
  const zoom = usePlotZoom(svg, 2)
  const [isHeld, hold] = useState(false)
  const theme = useTheme()
  const isRelief = useLook('3d')
  const surface = useSurface(size, margins, { zoom, isRelief, isHeld })
  const { view, titles, loss, seen, paths, corrected, marks, occupied, start } = surface
  const landscape = seen?.landscape
  const colors = useRamp(swatch, (landscape?.levels.values.length ?? 0) + 1)
  const bends = useLook('ellipse', 'linear', 'quadratic')
  const wantsField = useLook('field')
  const slopes = useMemo(() => (wantsField ? slopesOf(loss) : undefined), [wantsField, loss])
  /** Paint what is on the screen once more, for those who save it. */
  const repeatsPainter = useRef<(pen: Pen) => void>(undefined)
  const relief = useRef<ReliefHandle>(null)
  useFollowing(zoom, view)

  const backdrop = useMemo(
    () => ({
      paint: (pen: Pen) => {
        if (landscape && colors)
          paintGround(pen, landscape, view, { ...colors, lineWidth: groundLine })
        repeatsPainter.current?.(pen)
      },
      instead: () => relief.current?.snapshot(),
    }),
    [view, landscape, colors],
  )

  const place = (x: number, y: number) => setStart([under(view.x, x), under(view.y, y)])
  const { x: across, y: up } = titles
  return (
    <PlotFrame
      {...{ view, paths, corrected, theme, box, svg, backdrop }}
      isZoomed={zoom.isZoomed}
      titles={titles}
      label={`Surface ${functionName([across, up])} from above with the paths on it`}
      below={
        <>
          <i ref={swatch} className={swatches.swatch} aria-hidden="true" />
          <HeightsCanvas view={view} landscape={landscape} colors={colors} slopes={slopes} />
        </>
      }
      back={
        landscape &&
        colors && <Legend view={view} levels={landscape.levels} colors={colors.colors} />
      }
      backClass={styles.back}
      between={
        shown.prepared.noise > 0 && (
          <CloudLayer view={view} run={selected.index} theme={theme} painter={repeatsPainter} />
        )
      }
      over={
        <>
          {isRelief && seen && colors && (
            <ReliefView ref={relief} seen={seen} colors={colors.colors} theme={theme} />
          )}
          <ZoomButtons zoom={zoom} view={view} pathOf={pathFromAbove} />
          <Extras seen={seen} />
        </>
      }
      onPlace={(at) => lab.change(place(...at))}
      onKeyDown={zoomKeys(zoom)}
    >
      <Marks points={marks.points} />
      <Racers {...{ view, paths, corrected, marks, occupied }} selected={selected.index} />
      {bends && <CurvatureLayer surface={surface} trace={selected.trace} />}
      <VectorsLayer surface={surface} selected={selected} />
      <DragHint view={view} at={start} marks={marks} occupied={occupied} />
      <StartHandle
        view={view}
        at={start}
        isFree
        words={`${across} = ${plain(start.x, exactFigures)}, ${up} = ${plain(start.y, exactFigures)}`}
        onMove={(x, y) => lab.change(setStart([x, y]), 'start')}
        onHold={hold}
        onDrag={(x, y) => lab.change(place(x, y), 'start')}
      />
    </PlotFrame>
  )
}
