// How the relief is looked at: turned around its middle, and enlarged like a picture.
import { circle, type Matrix, perspective, product, translation, turnX, turnZ } from './matrix.ts'

type Pair = readonly [number, number]

export interface Camera {
  /** Degrees that the relief is turned by around its vertical axis. */
  readonly yaw: number
  /** Degrees above the horizon that it is looked at from. */
  readonly pitch: number
  /** 1 shows it whole. */
  readonly zoom: number
  /** By how much the enlarged picture is moved, of half its width and height. */
  readonly pan: Pair
}

export const firstCamera: Camera = { yaw: -35, pitch: 35, zoom: 1, pan: [0, 0] }

const pitches: Pair = [10, 89]
const zooms: Pair = [1, 12]

const within = ([least, most]: Pair, value: number) => Math.max(least, Math.min(most, value))

/** Turned by degrees; never seen from below. */
export const turned = (camera: Camera, yaw: number, pitch: number): Camera => ({
  ...camera,
  yaw: (camera.yaw + yaw) % 360,
  pitch: within(pitches, camera.pitch + pitch),
})

/** Enlarged around a point of the picture, −1 to 1 from left to right and from bottom to top. */
export function zoomed(camera: Camera, factor: number, [x, y]: Pair = [0, 0]): Camera {
  const zoom = within(zooms, camera.zoom * factor)
  const by = zoom / camera.zoom
  const [panX, panY] = camera.pan
  return moved({ ...camera, zoom, pan: [x + by * (panX - x), y + by * (panY - y)] }, [0, 0])
}

/** The enlarged picture moved, but not out of the frame. */
export function moved(camera: Camera, [x, y]: Pair): Camera {
  const room: Pair = [1 - camera.zoom, camera.zoom - 1]
  return { ...camera, pan: [within(room, camera.pan[0] + x), within(room, camera.pan[1] + y)] }
}

/** What must be in the picture. */
export interface Body {
  /** Half its width and half its depth. */
  readonly halves: Pair
  /** From where to where it reaches in height. */
  readonly span: Pair
}

export interface Frame {
  readonly width: number
  readonly height: number
  /** Pixels around the relief that stay free for labels. */
  readonly margin: Pair
}

export interface Shot {
  readonly matrix: Matrix
  /** How depth in clip space and −w change with each unit towards the eye. */
  readonly nearer: Pair
}

/** Tangent of half the vertical angle of view. */
const lens = 0.3

/** The matrix that puts the whole body into the frame, however it is turned around its vertical axis. */
export function shotOf(camera: Camera, { halves, span }: Body, frame: Frame): Shot {
  const radius = Math.hypot(...halves)
  const height = span[1] - span[0]
  const tangents: Pair = [(lens * frame.width) / frame.height, lens]
  const room: Pair = [
    tangents[0] * Math.max(0.2, 1 - (2 * frame.margin[0]) / frame.width),
    tangents[1] * Math.max(0.2, 1 - (2 * frame.margin[1]) / frame.height),
  ]
  const rims = rimsOf(radius, height, camera.pitch)
  const ball = Math.hypot(radius, height / 2)
  // The nearest distance at which all is in the frame, by bisection.
  let [close, distance] = [ball * 1.05, 1000]
  while (distance - close > 1e-4 * distance) {
    const middle = (close + distance) / 2
    const seen = extent(rims, middle)
    if (seen.side <= room[0] && (seen.top - seen.bottom) / 2 <= room[1]) distance = middle
    else close = middle
  }
  const { top, bottom } = extent(rims, distance)
  const { zoom, pan } = camera
  const [near, far] = [distance - ball, distance + ball]
  const projection = perspective({
    scale: [zoom / tangents[0], zoom / tangents[1]],
    shift: [pan[0], pan[1] - (zoom * (top + bottom)) / (2 * tangents[1])],
    near,
    far,
  })
  const matrix = product(
    projection,
    translation([0, 0, -distance]),
    turnX(camera.pitch - 90),
    turnZ(camera.yaw),
    translation([0, 0, -(span[0] + span[1]) / 2]),
  )
  return { matrix, nearer: [(near + far) / (near - far), 1] }
}

/** Points around the upright cylinder in which the body can turn, as seen: to the right, up, towards the eye. */
function rimsOf(radius: number, height: number, pitch: number): [number, number, number][] {
  const [c, s] = circle(pitch)
  return [-height / 2, height / 2].flatMap((z) =>
    Array.from({ length: 24 }, (_, k) => {
      const [right, away] = circle(15 * k).map((part) => part * radius) as [number, number]
      return [right, z * c + away * s, z * s - away * c] as [number, number, number]
    }),
  )
}

/** Tangents of the angles that points are seen under from a distance. */
function extent(points: readonly (readonly [number, number, number])[], distance: number) {
  const ups = points.map(([, up, near]) => up / (distance - near))
  const side = Math.max(...points.map(([right, , near]) => right / (distance - near)))
  return { side, top: Math.max(...ups), bottom: Math.min(...ups) }
}
