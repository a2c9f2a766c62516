import { type ComponentType, useMemo, useRef, useState } from 'react'
import { functionName } from '../../core/loss/valueName.ts'
import { exactFigures, plain } from '../../core/number.ts'
import { useOverlay } from '../../panels/lab/arrangement.tsx'
import { selectedOf, useDescentLab, useSelected, useShown } from '../../panels/lab/descents.ts'
import { useTheme } from '../../panels/lab/useTheme.ts'
import { DragHint } from '../../panels/plot/DragHint.tsx'
import { PlotFrame } from '../../panels/plot/PlotFrame.tsx'
import { usePlotZoom } from '../../panels/plot/plotZoom.ts'
import { Racers } from '../../panels/plot/Racers.tsx'
import { StartHandle } from '../../panels/plot/StartHandle.tsx'
import { Area } from '../../plot/Area.tsx'
import { pathOnCurve } from '../../plot/paths/plotPath.ts'
import { useSize } from '../../plot/useSize.ts'
import { marginsFor, type Sheet, under } from '../../plot/view.ts'
import { setStart } from '../../state/edits/experiment.ts'
import { part } from '../../ui/parts/Part.tsx'
import { CurveLine } from './CurveLine.tsx'
import { DescentLayer } from './DescentLayer.tsx'
import { Marks } from './Marks.tsx'
import { useCurve } from './useCurve.ts'

/** In ems. */
const room = { top: 0.9, right: 1.1, bottom: 2, left: 4.6 }
/** With words above the picture. */
const titled = { ...room, top: 1.75 }
const widestPicture = 11.5

const ZoomButtons = part(async () => (await import('../../panels/later.ts')).ZoomButtons)
const CanPicture = part(async () => (await import('./CanPicture.tsx')).CanPicture)

/** Pictures beside the curve, by the function that they belong to. */
const pictures = new Map<string, ComponentType<Sheet>>([['soda', CanPicture]])

/** The curve with everything on it. */
export function CurvePlot() {
  const lab = useDescentLab()
  const shown = useShown()
  const { experiment, traces, corrected } = shown
  const { index, trace } = selectedOf(shown, useSelected())
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(box)
  const zoom = usePlotZoom(svg, 1)
  const [isHeld, hold] = useState(false)
  const theme = useTheme()
  const paths = useMemo(() => traces.map(pathOnCurve), [traces])
  const right = useMemo(
    () => new Map([...corrected].map(([run, trace]) => [run, pathOnCurve(trace)])),
    [corrected],
  )
  const Picture = pictures.get(experiment.f)
  const beside = Picture ? Math.min(widestPicture * size.text, size.width / 3.4) : 0
  const { text } = size
  const isTitled = shown.prepared.loss.entry?.axes?.f !== undefined
  const margins = useMemo(
    () => marginsFor(text, isTitled ? titled : room, beside),
    [text, beside, isTitled],
  )
  const curve = useCurve(size, margins, zoom, isHeld)
  const { view, variable, start } = curve
  const at = { x: start.x, y: start.f }
  const overlay = useOverlay()
  const place = overlay?.onPlace ?? ((x: number) => lab.change(setStart([x])))

  return (
    <PlotFrame
      {...{ view, paths, theme, box, svg }}
      isZoomed={zoom.isZoomed}
      corrected={right}
      titles={curve.titles}
      label={`Curve of ${functionName([variable])} with the paths on it`}
      back={
        <Area view={view}>
          <CurveLine path={curve.path} of={experiment.f} />
        </Area>
      }
      beside={Picture && size.height > 0 && <Picture {...size} width={beside} />}
      over={<ZoomButtons zoom={zoom} view={view} pathOf={pathOnCurve} />}
      onPlace={([pixel]) => place(under(view.x, pixel))}
    >
      <Marks marks={curve.marks} />
      <Racers
        {...{ view, paths }}
        corrected={right}
        selected={index}
        marks={curve.marks}
        occupied={curve.occupied}
      />
      <DescentLayer curve={curve} trace={trace} run={traces.length > 1 ? index : undefined} />
      {!overlay?.onPlace && (
        <>
          <DragHint view={view} at={at} marks={curve.marks} occupied={curve.occupied} />
          <StartHandle
            view={view}
            at={at}
            words={`${variable} = ${plain(curve.start.x, exactFigures)}`}
            onMove={(value) => lab.change(setStart([value]), 'start')}
            onHold={hold}
            onDrag={(pixel) => lab.change(setStart([under(view.x, pixel)]), 'start')}
          />
        </>
      )}
      {overlay && <overlay.Marks {...{ view, variable, trace }} f={curve.f} />}
    </PlotFrame>
  )
}
