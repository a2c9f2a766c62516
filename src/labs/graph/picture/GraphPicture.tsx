import { type RefObject, useEffect, useRef, useState } from 'react'
import { zoomBehavior } from '../../../panels/plot/plotZoom.ts'
import { useSize } from '../../../plot/useSize.ts'
import { useZoom } from '../../../plot/useZoom.ts'
import type { Sheet } from '../../../plot/view.ts'
import { Late } from '../../../ui/parts/Part.tsx'
import { Region } from '../../../ui/place.tsx'
import { type Moment, useGraphLab, useGraphState, useMoment } from '../useGraph.ts'
import { Gates } from './Gates.tsx'
import styles from './Picture.module.css'
import { offerPicture } from './shownPicture.ts'
import { useFit } from './useFit.ts'
import { Wires } from './Wires.tsx'

/** The graph with everything on it, to be panned and zoomed. */
export function GraphPicture() {
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const frame = useSize(box)
  const moment = useMoment()
  const { expression } = moment.graph.loss
  const of = useName(expression)
  const zoom = useZoom(svg, zoomBehavior, of)
  const { rest } = zoom
  useEffect(() => rest({ of, magnified: 1, onEnd: () => undefined }), [rest, of])
  const { x = 0, y = 0, k = 1 } = zoom.transform ?? {}
  return (
    <Region name="Graph" className={styles.region}>
      <div ref={box} className={styles.frame}>
        {/* biome-ignore lint/a11y/useSemanticElements: a picture has no field set */}
        <svg
          ref={svg}
          role="group"
          aria-label={wordsOf(moment)}
          width={frame.width}
          height={frame.height}
        >
          <g transform={`translate(${x},${y}) scale(${k})`}>
            {frame.width > 0 && <Drawing moment={moment} frame={frame} svg={svg} />}
          </g>
        </svg>
        <p className={styles.legend}>
          above <b>value</b>, below <em>∂f/∂it</em>, on edges the local derivative
        </p>
        <div className={styles.zoom}>
          <button type="button" aria-label="Zoom in" onClick={() => zoom.by(1)}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => zoom.by(-1)}>
            −
          </button>
          {zoom.transform && (
            <button type="button" onClick={zoom.reset}>
              Fit view
            </button>
          )}
          <Late of={zoomBehavior} />
        </div>
      </div>
    </Region>
  )
}

interface DrawingProps {
  readonly moment: Moment
  readonly frame: Sheet
  readonly svg: RefObject<SVGSVGElement | null>
}

/** The drawing itself, in the units of its layout. */
function Drawing({ moment, frame }: DrawingProps) {
  const lab = useGraphLab()
  const { layout } = moment.shown
  const selected = useGraphState((state) => state.selected)
  const [focused, focus] = useState<number>()
  const node = focused ?? ('node' in moment.stage ? moment.stage.node : undefined)
  const at =
    node === undefined
      ? undefined
      : ([layout.nodes[2 * node] as number, layout.nodes[2 * node + 1] as number] as const)
  const fit = useFit(layout, frame, at)
  const drawing = useRef<SVGSVGElement>(null)
  useEffect(() => (drawing.current ? offerPicture(lab, drawing.current) : undefined), [lab])
  return (
    <g transform={`translate(${fit.x},${fit.y}) scale(${fit.scale})`}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it has the words */}
      <svg ref={drawing} width={layout.width} height={layout.height} className={styles.drawing}>
        <Wires moment={moment} looked={focused ?? selected} />
        <Gates moment={moment} onFocus={focus} />
      </svg>
    </g>
  )
}

const names = new WeakMap<object, string>()
let count = 0
/** A word for a graph that no other has. */
function useName(expression: object): string {
  const name = names.get(expression) ?? String(count++)
  names.set(expression, name)
  return name
}

/** The graph in one sentence. */
function wordsOf({ graph, names: all, step, shown }: Moment): string {
  const root = all.at(-1)?.text ?? 'f'
  return `Graph of ${root} with ${graph.nodes.length} nodes, at step ${step} of ${shown.last}; arrow keys go from node to node`
}
