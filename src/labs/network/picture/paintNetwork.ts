// The whole picture on one canvas: edges, units with their biases, and what is looked at.
import { signs } from '../../../core/networks/insight/signs.ts'
import { indexOfPlace, isSamePlace, type WeightPlace } from '../../../core/networks/places.ts'
import { plain } from '../../../core/number.ts'
import { boxBeside, movedInside } from '../../../plot/labels/box.ts'
import { baselineOf, sizeOf } from '../../../plot/labels/textSize.ts'
import { type Edge, pointOf } from './edges.ts'
import { biasSpot, drawnUnits, placeIn } from './layout.ts'
import { paintEdges, paintMarkedEdge } from './paintEdges.ts'
import { type Shown, unitPainter } from './paintUnits.ts'
import { levelOf, levels, type Strength, strengthsOf } from './weightScale.ts'

export interface Scene extends Shown {
  readonly edges: readonly Edge[]
  /** The unit that is looked at. */
  readonly lit: { readonly column: number; readonly unit: number } | undefined
  readonly chosen: WeightPlace | undefined
  /** The edge under the pointer. */
  readonly hovered: Edge | undefined
}

/** A painter of networks, on a canvas that is empty. */
export function networkPainter(): (context: CanvasRenderingContext2D, scene: Scene) => void {
  const paintUnits = unitPainter()
  return (context, scene) => {
    const { architecture, edges, moment, look, lit, chosen, hovered } = scene
    const { parameters } = moment
    const strengths = strengthsOf(architecture, edges, parameters)
    const isLit = lit && (({ place }: Edge) => touches(place, lit))
    paintEdges(context, edges, parameters, strengths, look, isLit)
    const at = chosen && indexOfPlace(architecture, chosen)
    const marked = edges.find(({ index }) => index === at)
    for (const [edge, ring] of [
      [marked, look.ink],
      [hovered, look.line],
    ] as const) {
      const strength = edge && strengths[edge.place.layer]
      if (edge && strength)
        paintMarkedEdge(context, edge, parameters[edge.index] as number, strength, look, ring)
    }
    paintUnits(context, scene)
    paintBiases(context, scene, strengths)
    if (marked) paintNote(context, scene, marked.place, pointOf(marked, 0.5))
    else if (chosen) noteOfBias(context, scene, chosen)
    if (hovered && hovered !== marked)
      paintNote(context, scene, hovered.place, pointOf(hovered, 0.5))
  }
}

const touches = ({ layer, unit, input }: WeightPlace, lit: NonNullable<Scene['lit']>) =>
  layer + 1 === lit.column ? unit === lit.unit : layer === lit.column && input === lit.unit

/** Smallest and largest dot of a bias, in ems. */
const dots = [0.11, 0.27] as const

/** A dot at the corner of each unit: as large as its bias, filled above 0, hollow below. */
function paintBiases(
  context: CanvasRenderingContext2D,
  scene: Scene,
  strengths: readonly Strength[],
) {
  const { architecture, layout, moment, look, chosen } = scene
  for (const [k, column] of layout.columns.entries())
    for (const [i, unit] of k > 0 ? drawnUnits(column).entries() : []) {
      const spot = biasSpot(column, column.ys[i] as number, look.text)
      const layer = k - 1
      const bias = moment.parameters[indexOfPlace(architecture, { layer, unit }) ?? -1] ?? 0
      const isChosen = isSamePlace({ layer, unit }, chosen)
      if (!spot || !Number.isFinite(bias)) continue
      const share = Math.max(0, levelOf(bias, strengths[layer]?.full ?? 1)) / (levels - 1)
      const radius = (dots[0] + share * (dots[1] - dots[0])) * look.text
      context.beginPath()
      context.arc(spot.x, spot.y, radius, 0, 2 * Math.PI)
      context.lineWidth = (isChosen ? 0.5 : 0.3) * look.text
      context.strokeStyle = isChosen ? look.ink : look.paper
      context.stroke()
      context.fillStyle = bias < 0 ? look.card : look.positive
      context.fill()
      context.lineWidth = 0.13 * look.text
      context.strokeStyle = bias < 0 ? look.negative : look.positive
      context.stroke()
    }
}

function noteOfBias(context: CanvasRenderingContext2D, scene: Scene, chosen: WeightPlace) {
  const at = placeIn(scene.layout, chosen.layer + 1, chosen.unit)
  if (at && chosen.input === undefined)
    paintNote(context, scene, chosen, [at.x, at.y + at.tile / 2 + scene.look.text])
}

/** The name and the number of a weight, on a ground of its own. */
function paintNote(
  context: CanvasRenderingContext2D,
  { architecture, moment, layout, look }: Scene,
  place: WeightPlace,
  [x, y]: readonly [number, number],
): void {
  const value = moment.parameters[indexOfPlace(architecture, place) ?? -1] ?? Number.NaN
  const text = `${signs.parameter(place).text} = ${plain(value)}`
  const size = sizeOf(text, look.text)
  const padded = { width: size.width + look.text, height: size.height + 0.3 * look.text }
  const bounds = { x: 0, y: 0, width: layout.width, height: layout.height }
  const box = movedInside(boxBeside({ x, y }, padded, [0, -1], 0.4 * look.text), bounds)
  context.beginPath()
  context.roundRect(box.x, box.y, box.width, box.height, 0.3 * look.text)
  context.fillStyle = look.card
  context.fill()
  context.strokeStyle = look.line
  context.lineWidth = 1
  context.stroke()
  context.font = look.font
  context.fillStyle = look.ink
  context.fillText(
    text,
    box.x + 0.5 * look.text,
    baselineOf({ y: box.y + 0.15 * look.text, height: size.height }),
  )
}
