import { type RefObject, useEffect, useRef, useState } from 'react'
import plot from '../../../panels/plot/Plot.module.css'
import { zoomBehavior } from '../../../panels/plot/plotZoom.ts'
import { useSize } from '../../../plot/useSize.ts'
import { useZoom } from '../../../plot/useZoom.ts'
import { Late } from '../../../ui/parts/Part.tsx'
import { Region } from '../../../ui/place.tsx'
import { type Moment, useGraphLab, useGraphState, useMoment } from '../useGraph.ts'
import { Gates } from './Gates.tsx'
import styles from './GraphPicture.module.css'
import { offerPicture } from './shownPicture.ts'
import { placeOf, type Sight, sightOf } from './sight.ts'
import { useFit } from './useFit.ts'
import { Wires } from './Wires.tsx'

/** The graph with everything on it, to be panned and zoomed. */
export function GraphPicture() {
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const zoomIn = useRef<HTMLButtonElement>(null)
  const frame = useSize(box)
  const moment = useMoment()
  const [focused, focus] = useState<number>()
  const [isWhole, wish] = useState(false)
  const { layout } = moment.shown
  const node = focused ?? nodeOf(moment)
  const at = node === undefined ? undefined : placeOf(layout, node)
  const fit = useFit(layout, frame, at, isWhole)
  const zoom = useGraphZoom(svg, moment.graph.loss.expression)
  const { x = 0, y = 0, k = 1 } = zoom.transform ?? {}
  const sight = sightOf(frame, { x, y, scale: k }, fit)
  return (
    <Region name="Graph" className={plot.plot} data-drawn>
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
            <g transform={`translate(${fit.x},${fit.y}) scale(${fit.scale})`}>
              {frame.width > 0 && <Drawing {...{ moment, focused, sight }} onFocus={focus} />}
            </g>
          </g>
        </svg>
      </div>
      <div className={styles.foot}>
        <p>
          above <b>value</b>, below <em>adjoint</em>, on edges the local derivative
        </p>
        {zoom.transform && (
          <button
            type="button"
            onClick={() => {
              // The button is about to go.
              zoomIn.current?.focus()
              zoom.reset()
            }}
          >
            Fit view
          </button>
        )}
        {(isWhole || !fit.isWhole) && (
          <button type="button" aria-pressed={isWhole} onClick={() => wish(!isWhole)}>
            Whole graph
          </button>
        )}
        <button type="button" aria-label="Zoom out" onClick={() => zoom.by(-1)}>
          −
        </button>
        <button ref={zoomIn} type="button" aria-label="Zoom in" onClick={() => zoom.by(1)}>
          +
        </button>
        <Late of={zoomBehavior} />
      </div>
    </Region>
  )
}

/** What a moment is about: its node, or before all others the first of those that have values already. */
function nodeOf({ stage, graph }: Moment): number | undefined {
  if ('node' in stage) return stage.node
  const first = graph.nodes.findIndex(({ operation }) => operation === 'input')
  return first < 0 ? undefined : first
}

interface DrawingProps {
  readonly moment: Moment
  readonly focused: number | undefined
  readonly sight: Sight
  readonly onFocus: (node: number | undefined) => void
}

/** The drawing itself, in the units of its layout. */
function Drawing({ moment, focused, sight, onFocus }: DrawingProps) {
  const lab = useGraphLab()
  const { layout } = moment.shown
  const selected = useGraphState((state) => state.selected)
  const drawing = useRef<SVGSVGElement>(null)
  useEffect(() => (drawing.current ? offerPicture(lab, drawing.current) : undefined), [lab])
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it has the words
    <svg
      ref={drawing}
      width={layout.width}
      height={layout.height}
      className={styles.drawing}
      data-layer="graph"
      data-tiny={sight.isTiny || undefined}
    >
      <Wires {...{ moment, sight }} looked={focused ?? selected} />
      <Gates {...{ moment, sight }} onFocus={onFocus} />
    </svg>
  )
}

/** As far as something is to be seen; one finger moves it sideways, and still scrolls the page up and down. */
const graphGestures = { scales: [1 / 8, 8], fingers: 1 } as const

/** Zoom and pan of one graph: of another they begin anew. */
function useGraphZoom(svg: RefObject<SVGSVGElement | null>, of: object) {
  const name = nameOf(of)
  const zoom = useZoom(svg, zoomBehavior, name, graphGestures)
  const { rest } = zoom
  useEffect(() => rest({ of: name, magnified: 1, onEnd: () => undefined }), [rest, name])
  return zoom
}

const names = new WeakMap<object, string>()
let count = 0
/** A word for a graph that no other has. */
function nameOf(expression: object): string {
  const name = names.get(expression) ?? String(count++)
  names.set(expression, name)
  return name
}

/** The graph in one sentence. */
function wordsOf({ graph, names: all, step, shown }: Moment): string {
  const root = all.at(-1)?.text ?? 'f'
  return `Graph of ${root} with ${graph.nodes.length} nodes, at step ${step} of ${shown.last}; arrow keys go from node to node`
}
