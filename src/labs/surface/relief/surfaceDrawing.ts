// The triangles of a mesh on the graphics card.
import { type Mesh, peak, stride } from './block.ts'
import type { Program } from './compile.ts'
import type { Matrix, Point } from './matrix.ts'
import type { Color } from './ribbon.ts'

interface Lit {
  /** Where the light comes from, as a vector of length 1. */
  readonly light: Point
  readonly wall: Color
}

export interface SurfaceDrawing {
  readonly set: (mesh: Mesh, colors: readonly Color[]) => void
  readonly draw: (view: Matrix, lit: Lit, ratio: number) => void
  readonly dispose: () => void
}

/** How many numbers of a vertex are its place, its normal and its band. */
const parts = [3, 3, 1]

/** Nothing until a mesh is set. */
export function createSurfaceDrawing(gl: WebGL2RenderingContext, program: Program): SurfaceDrawing {
  const { at } = program
  const [vertices, triangles] = [gl.createBuffer(), gl.createBuffer()]
  const [texture, array] = [gl.createTexture(), gl.createVertexArray()]
  let drawn: Mesh | undefined
  return {
    set(mesh, colors) {
      drawn = mesh
      gl.bindVertexArray(array)
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, triangles)
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, mesh.triangles, gl.STATIC_DRAW)
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices)
      setVertices(gl, mesh.vertices)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      setColors(gl, colors)
    },
    draw(view, { light, wall }, ratio) {
      if (!drawn) return
      const { belowTo, aboveFrom, triangles: all, top } = drawn
      program.begin()
      gl.bindVertexArray(array)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      gl.uniformMatrix4fv(at('view'), false, view)
      gl.uniform1f(at('peak'), peak)
      gl.uniform1f(at('top'), top)
      gl.uniform1f(at('ratio'), ratio)
      gl.uniform3fv(at('light'), light)
      gl.uniform3fv(at('wall'), wall)
      for (const [isLid, from, to] of [
        [0, 0, belowTo],
        [1, aboveFrom, all.length],
      ] as const) {
        gl.uniform1i(at('isLid'), isLid)
        const first = from * all.BYTES_PER_ELEMENT
        gl.drawElements(gl.TRIANGLES, to - from, gl.UNSIGNED_SHORT, first)
      }
    },
    dispose() {
      for (const buffer of [vertices, triangles]) gl.deleteBuffer(buffer)
      gl.deleteTexture(texture)
      gl.deleteVertexArray(array)
      program.dispose()
    },
  }
}

function setVertices(gl: WebGL2RenderingContext, vertices: Float32Array): void {
  gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STATIC_DRAW)
  const bytes = vertices.BYTES_PER_ELEMENT
  let offset = 0
  for (const [location, size] of parts.entries()) {
    gl.enableVertexAttribArray(location)
    gl.vertexAttribPointer(location, size, gl.FLOAT, false, stride * bytes, offset)
    offset += size * bytes
  }
}

/** A texture of one row: a pixel for each band. */
function setColors(gl: WebGL2RenderingContext, colors: readonly Color[]): void {
  const bytes = Uint8Array.from(
    colors.flatMap((color) => [...color, 1]),
    (part) => Math.round(255 * part),
  )
  const [format, type] = [gl.RGBA, gl.UNSIGNED_BYTE]
  gl.texImage2D(gl.TEXTURE_2D, 0, format, colors.length, 1, 0, format, type, bytes)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
}
