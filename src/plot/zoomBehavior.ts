// d3's zoom, apart from the rest: it is needed only when someone touches the first picture.
import { select, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3'
import { zoomsOrTells } from './wheel.ts'

const mostOut = 1 / 16
const mostIn = 1e5
const stride = 1.5
/** Of one turn of a wheel, in powers of 2: with Ctrl browsers mean a pinch, which turns by much less. */
const mostTurn = 0.5
const perPixel = { wheel: 0.002, pinch: 0.02 }
const pixelsOf = [1, 25, 500]

export interface ZoomBehavior {
  /** Larger or smaller around a point in pixels. */
  readonly by: (direction: 1 | -1, around?: readonly [number, number]) => void
  /** Moves the point under a pixel to the middle. */
  readonly center: (pixel: readonly [number, number]) => void
  /** Moves the picture by so many pixels. */
  readonly pan: (right: number, down: number) => void
  /**
   * What is seen now is the whole picture from here on.
   * @param magnified how many times larger it is already than where nobody has zoomed
   */
  readonly renew: (magnified: number) => void
  readonly detach: () => void
}

export interface ZoomListener {
  readonly onZoom: (transform: ZoomTransform) => void
  /** Someone has zoomed or moved the picture, and has let go of it. */
  readonly onEnd: (transform: ZoomTransform) => void
}

/** What moves a picture, where that is not as usual. */
export interface Gestures {
  /** How many times smaller and larger at most. */
  readonly scales?: readonly [number, number]
  /** With how many fingers: one still scrolls the page up and down. */
  readonly fingers?: number
}

/** Zoom and pan by wheel, drag and pinch; a touch with one finger still scrolls the page. */
export function attachZoom(
  svg: SVGSVGElement,
  { onZoom, onEnd }: ZoomListener,
  { scales = [mostOut, mostIn], fingers = 2 }: Gestures = {},
): ZoomBehavior {
  const element = select(svg)
  /** Whether what moves it is a person; the page itself may follow a point. */
  let isOwn = true
  let isMoved = false
  const bySelf = (act: () => void) => {
    isOwn = false
    act()
    isOwn = true
  }
  const renew = () => behavior.transform(element, zoomIdentity)
  const behavior = zoom<SVGSVGElement, unknown>()
    .scaleExtent([...scales])
    .filter((event) => isMeant(event, fingers))
    .wheelDelta(turnOf)
    .on('start', () => {
      isMoved = false
    })
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
      isMoved ||= isOwn
      onZoom(transform)
    })
    .on('end', ({ transform }: { transform: ZoomTransform }) => {
      if (isMoved) onEnd(transform)
    })
  element.call(behavior).on('dblclick.zoom', null).style('touch-action', 'pan-y')
  return {
    by: (direction, around) =>
      behavior.scaleBy(element, stride ** direction, around && [...around]),
    center: (pixel) => {
      const [x, y] = zoomTransform(svg).invert([...pixel])
      bySelf(() => behavior.translateTo(element, x, y))
    },
    pan: (right, down) => {
      const { k } = zoomTransform(svg)
      behavior.translateBy(element, right / k, down / k)
    },
    renew(magnified) {
      const [out, into] = scales
      behavior.scaleExtent([Math.min(1, out / magnified), Math.max(1, into / magnified)])
      bySelf(renew)
    },
    detach: () => element.on('.zoom', null),
  }
}

/** Handles keep their own gestures; one finger scrolls; the right button is the browser's. */
function isMeant(event: Event, fingers: number): boolean {
  if (event.target instanceof Element && event.target.closest('[role=slider]')) return false
  if (event instanceof WheelEvent) return zoomsOrTells(event)
  if (event.type.startsWith('touch')) return (event as TouchEvent).touches.length >= fingers
  return !(event instanceof MouseEvent) || event.button === 0
}

function turnOf({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const turn = -deltaY * (pixelsOf[deltaMode] ?? 1) * (ctrlKey ? perPixel.pinch : perPixel.wheel)
  return Math.max(-mostTurn, Math.min(mostTurn, turn))
}
