// Between the page and the scene: draws when something has changed, and only then.

import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import type { Region } from '../../../core/landscape/landscape.ts'
import { floor, type Mesh, peak } from './block.ts'
import { type Camera, type Frame, firstCamera, shotOf } from './camera.ts'
import { keepContext } from './context.ts'
import { attachControls } from './controls.ts'
import { placeLabels } from './labels.ts'
import { lookOf } from './look.ts'
import { type Color, placeAt, type ReliefPath, ribbonOf } from './ribbon.ts'
import type { Scene } from './scene.ts'
import { snapshotOf } from './snapshot.ts'

/** What is shown. */
interface Content {
  readonly mesh: Mesh
  readonly region: Region
  readonly colors: readonly Color[]
  readonly paths: readonly ReliefPath[]
  readonly playhead: PlayheadSource
}

export interface Renderer {
  readonly show: (content: Content) => void
  /** The picture with its labels as a PNG in a data: URL. */
  readonly snapshot: () => string
  readonly dispose: () => void
}

interface Place {
  readonly canvas: HTMLCanvasElement
  /** Its children are the labels, as placeLabels orders them. */
  readonly labels: HTMLElement
  /** There is no WebGL, or no longer. */
  readonly onUnavailable: () => void
}

/** Pixels that stay free for labels. */
const margin = [16, 22] as const

/** Draws on a canvas until disposed of. */
export function createRenderer({ canvas, labels, onUnavailable }: Place): Renderer {
  let content: Content | undefined
  let shown: Content | undefined
  let camera: Camera = firstCamera
  let frame = 0
  let unwatch = () => {}

  const draw = () => {
    cancelAnimationFrame(frame)
    frame = 0
    const scene = context.scene()
    if (!scene || !content || !hasSize(canvas)) return
    update(scene, content, shown)
    shown = content
    drawContent(scene, content, camera, { canvas, labels })
  }
  const request = () => {
    frame ||= requestAnimationFrame(draw)
  }
  /** Paper waits for no frame, and has what was last looked at. */
  const print = () => {
    draw()
    canvas.toDataURL()
  }
  const onReady = () => {
    shown = undefined
    request()
  }
  const context = keepContext(canvas, { onReady, onUnavailable })
  const detach = attachControls(canvas, (change) => {
    camera = change(camera)
    request()
  })
  // At once: until it is drawn anew, a canvas of another size is a stretched picture.
  const observer = new ResizeObserver(draw)
  observer.observe(canvas)
  addEventListener('beforeprint', print)
  return {
    show(next) {
      unwatch()
      content = next
      unwatch = next.playhead.watch(request)
      request()
    },
    snapshot() {
      draw()
      return snapshotOf(canvas, labels)
    },
    dispose() {
      unwatch()
      cancelAnimationFrame(frame)
      observer.disconnect()
      removeEventListener('beforeprint', print)
      detach()
      context.dispose()
    },
  }
}

/** Gives the scene what has changed. */
function update(scene: Scene, { mesh, region, colors, paths }: Content, before?: Content): void {
  const isNew = mesh !== before?.mesh
  if (isNew || colors !== before.colors) scene.setSurface(mesh, colors)
  if (isNew || paths !== before.paths)
    scene.setRibbons(paths.map((path) => ribbonOf(mesh, region, path)))
}

function drawContent(
  scene: Scene,
  { mesh, region, paths, playhead }: Content,
  camera: Camera,
  { canvas, labels }: Pick<Place, 'canvas' | 'labels'>,
): void {
  const frame: Frame = { width: canvas.clientWidth, height: canvas.clientHeight, margin }
  const shot = shotOf(camera, { halves: mesh.halves, span: [floor, peak] }, frame)
  const now = playhead.read()
  scene.draw({
    shot,
    yaw: camera.yaw,
    ratio: canvas.width / frame.width,
    look: lookOf(labels),
    playhead: now,
    runners: paths.map((path) => ({ ...path, ball: placeAt(mesh, region, path, now) })),
  })
  placeLabels(labels, frame, { ...camera, matrix: shot.matrix, halves: mesh.halves })
}

/** Whether a canvas has any pixels on the screen; it is given as many. */
function hasSize(canvas: HTMLCanvasElement): boolean {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((side) =>
    Math.round(side * devicePixelRatio),
  ) as [number, number]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  return width > 0 && height > 0
}
