// The relief as WebGL draws it: it owns what is on the graphics card.
import { floor, type Mesh } from './block.ts'
import type { Shot } from './camera.ts'
import { compile } from './compile.ts'
import { createLineDrawing, type Strand } from './lineDrawing.ts'
import type { Look } from './look.ts'
import { circle, type Point } from './matrix.ts'
import { lineSources, surfaceSources } from './program.ts'
import type { Color, Ribbon } from './ribbon.ts'
import { createRunners, mixed, type Runner } from './runners.ts'
import { createSurfaceDrawing } from './surfaceDrawing.ts'

interface Picture {
  readonly shot: Shot
  /** Degrees that the relief is turned by. */
  readonly yaw: number
  /** Device pixels for each pixel of the page. */
  readonly ratio: number
  readonly look: Look
  readonly playhead: number
  /** One for each ribbon. */
  readonly runners: readonly Runner[]
}

export interface Scene {
  readonly setSurface: (mesh: Mesh, colors: readonly Color[]) => void
  readonly setRibbons: (ribbons: readonly Ribbon[]) => void
  readonly draw: (picture: Picture) => void
  readonly dispose: () => void
}

/** How much of the colour of lines is in the walls. */
const stone = 0.22
/** Degrees around the relief from the right, when the eye is at −90°, and how high for each unit away. */
const light = { around: -115, height: 1.25 }

/** Nothing where WebGL 2 is missing or its context is lost. */
export function createScene(canvas: HTMLCanvasElement): Scene | undefined {
  const gl = canvas.getContext('webgl2', { antialias: true })
  const surfaceProgram = gl && compile(gl, surfaceSources)
  const lineProgram = gl && compile(gl, lineSources)
  if (!surfaceProgram || !lineProgram) return undefined
  const surface = createSurfaceDrawing(gl, surfaceProgram)
  const lines = createLineDrawing(gl, lineProgram)
  const runners = createRunners(lines)
  let base: Strand | undefined
  gl.enable(gl.DEPTH_TEST)
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  return {
    setSurface(mesh, colors) {
      surface.set(mesh, colors)
      base?.dispose()
      base = lines.strand(baseOf(mesh))
    },
    setRibbons: runners.set,
    draw({ shot, yaw, ratio, look, playhead, runners: running }) {
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl
      gl.viewport(0, 0, width, height)
      gl.depthMask(true)
      gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT)
      const wall = mixed(look.paper, look.line, stone)
      surface.draw(shot.matrix, { light: lightFor(yaw), wall }, ratio)
      // Lines are hidden by the surface, but not by each other.
      gl.depthMask(false)
      lines.begin(shot, [width, height], playhead)
      const [thin, color] = [ratio / 2, look.line]
      base?.line({ color, pale: color, radius: thin, ahead: thin, lift: 0 })
      runners.draw(running, look, ratio)
    },
    dispose() {
      for (const owned of [surface, base, runners, lines]) owned?.dispose()
    },
  }
}

/** Where the light comes from: it stays beside the eye when the relief is turned. */
function lightFor(yaw: number): Point {
  const [x, y] = circle(light.around - yaw)
  const length = Math.hypot(1, light.height)
  return [x / length, y / length, light.height / length]
}

/** The edge of the floor. */
function baseOf({ halves: [x, y] }: Mesh): Ribbon {
  const corners = [-1, 1, 1, -1, -1].map((side, k) => [side * x, k < 2 || k > 3 ? -y : y])
  const line = Float32Array.from(corners.flatMap((corner) => [...corner, floor, 0]))
  return { line, dots: new Float32Array(0) }
}
