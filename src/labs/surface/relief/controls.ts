// Turning and enlarging by pointer, touch, wheel and keys.
import { zoomsOrTells } from '../../../plot/wheel.ts'
import { type Camera, firstCamera, moved, turned, zoomed } from './camera.ts'

const degreesPerPixel = 0.4
const degreesPerKey = 10
const zoomPerKey = 1.25
/** Of a wheel's notch of 100 pixels. */
const zoomPerNotch = 1.2
/** Pixels of a line and of a page, where a wheel counts so. */
const wheelUnits = [1, 25, 500]

type Change = (change: (camera: Camera) => Camera) => void
type Pair = readonly [number, number]

const keys: Record<string, (camera: Camera) => Camera> = {
  ArrowLeft: (camera) => turned(camera, -degreesPerKey, 0),
  ArrowRight: (camera) => turned(camera, degreesPerKey, 0),
  ArrowUp: (camera) => turned(camera, 0, degreesPerKey),
  ArrowDown: (camera) => turned(camera, 0, -degreesPerKey),
  '+': (camera) => zoomed(camera, zoomPerKey),
  '=': (camera) => zoomed(camera, zoomPerKey),
  '-': (camera) => zoomed(camera, 1 / zoomPerKey),
  '0': () => firstCamera,
  Home: () => firstCamera,
}

/** Says how the camera changes until detached. */
export function attachControls(canvas: HTMLCanvasElement, change: Change): () => void {
  const pointers = new Map<number, Pair>()
  /** A point of the page within the picture: −1 to 1 from left to right and from bottom to top. */
  const inPicture = ([x, y]: Pair): Pair => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    return [(2 * (x - left)) / width - 1, 1 - (2 * (y - top)) / height]
  }
  const onKey = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    change(act)
  }
  const onWheel = (event: WheelEvent) => {
    if (!zoomsOrTells(event)) return
    event.preventDefault()
    const notches = (event.deltaY * (wheelUnits[event.deltaMode] ?? 1)) / 100
    const around = inPicture([event.clientX, event.clientY])
    change((camera) => zoomed(camera, zoomPerNotch ** -notches, around))
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    canvas.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, [event.clientX, event.clientY])
  }
  const onMove = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const now: Pair = [event.clientX, event.clientY]
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
    pointers.set(event.pointerId, now)
    const [x, y] = [now[0] - before[0], now[1] - before[1]]
    if (other) change((camera) => pinched(camera, [before, now, other].map(inPicture), canvas))
    else change((camera) => turned(camera, x * degreesPerPixel, y * degreesPerPixel))
  }
  const onUp = (event: PointerEvent) => pointers.delete(event.pointerId)
  const off = new AbortController()
  const { signal } = off
  canvas.addEventListener('keydown', onKey, { signal })
  canvas.addEventListener('wheel', onWheel, { signal, passive: false })
  canvas.addEventListener('pointerdown', onDown, { signal })
  canvas.addEventListener('pointermove', onMove, { signal })
  canvas.addEventListener('lostpointercapture', onUp, { signal })
  return () => off.abort()
}

/** One of two fingers has moved: what was between them stays between them. */
function pinched(
  camera: Camera,
  [before = [0, 0], now = before, other = before]: readonly Pair[],
  { clientWidth, clientHeight }: HTMLCanvasElement,
): Camera {
  const apart = ([x, y]: Pair) =>
    Math.max(1, Math.hypot((x - other[0]) * clientWidth, (y - other[1]) * clientHeight))
  const middle = ([x, y]: Pair): Pair => [(x + other[0]) / 2, (y + other[1]) / 2]
  const [from, to] = [middle(before), middle(now)]
  const larger = zoomed(camera, apart(now) / apart(before), from)
  return moved(larger, [to[0] - from[0], to[1] - from[1]])
}
