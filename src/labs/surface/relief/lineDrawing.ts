// Lines, dots and balls on the graphics card.
import type { Shot } from './camera.ts'
import type { Program } from './compile.ts'
import type { Color, Ribbon } from './ribbon.ts'

/** How a line looks; lengths in device pixels. */
export interface Stroke {
  readonly color: Color
  /** Of what is ahead of the playhead. */
  readonly pale: Color
  readonly radius: number
  readonly ahead: number
  /** By how much it is drawn nearer than it is. */
  readonly lift: number
}

export interface Strand {
  readonly line: (stroke: Stroke) => void
  readonly dots: (stroke: Stroke) => void
  readonly dispose: () => void
}

export interface LineDrawing {
  /** Before lines are drawn. */
  readonly begin: (shot: Shot, size: readonly [number, number], playhead: number) => void
  readonly strand: (ribbon: Ribbon) => Strand
  /** At a place with its step. */
  readonly ball: (place: readonly number[], stroke: Stroke) => void
  readonly dispose: () => void
}

/** Numbers of a point: its place and its step. */
const floats = 4
/** Of a piece; the program knows where they are by their numbers. */
const corners = 4

export function createLineDrawing(gl: WebGL2RenderingContext, program: Program): LineDrawing {
  const { at } = program
  const empty = gl.createVertexArray()
  let nearer: Shot['nearer'] = [0, 0]

  const prepare = ({ color, pale, radius, ahead, lift }: Stroke, isBall: number) => {
    gl.uniform3fv(at('color'), color)
    gl.uniform3fv(at('pale'), pale)
    gl.uniform1f(at('radius'), radius)
    gl.uniform1f(at('ahead'), ahead)
    gl.uniform2f(at('nearer'), lift * nearer[0], lift * nearer[1])
    gl.uniform1i(at('isBall'), isBall)
  }
  return {
    begin(shot, size, playhead) {
      nearer = shot.nearer
      program.begin()
      gl.uniformMatrix4fv(at('view'), false, shot.matrix)
      gl.uniform2fv(at('size'), size)
      gl.uniform1f(at('playhead'), playhead)
    },
    strand: (ribbon) => strandOf(gl, ribbon, (stroke) => prepare(stroke, 0)),
    ball(place, stroke) {
      prepare(stroke, 1)
      gl.bindVertexArray(empty)
      for (const location of [0, 1]) gl.vertexAttrib4fv(location, [...place])
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, corners)
    },
    dispose() {
      gl.deleteVertexArray(empty)
      program.dispose()
    },
  }
}

function strandOf(
  gl: WebGL2RenderingContext,
  { line, dots }: Ribbon,
  prepare: (stroke: Stroke) => void,
): Strand {
  const [pieces, points] = [piecesOf(gl, line, 1), piecesOf(gl, dots, 0)]
  const paint = ({ array, count }: Pieces, stroke: Stroke) => {
    prepare(stroke)
    gl.bindVertexArray(array)
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, corners, count)
  }
  return {
    line: (stroke) => paint(pieces, stroke),
    dots: (stroke) => paint(points, stroke),
    dispose() {
      pieces.dispose()
      points.dispose()
    },
  }
}

interface Pieces {
  readonly array: WebGLVertexArrayObject
  readonly count: number
  readonly dispose: () => void
}

/** A piece from each point to the next one, or to itself: a dot. */
function piecesOf(gl: WebGL2RenderingContext, points: Float32Array, ahead: 0 | 1): Pieces {
  const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()]
  gl.bindVertexArray(array)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  gl.bufferData(gl.ARRAY_BUFFER, points, gl.STATIC_DRAW)
  for (const location of [0, 1]) {
    const offset = location * ahead * floats * points.BYTES_PER_ELEMENT
    gl.enableVertexAttribArray(location)
    gl.vertexAttribPointer(location, floats, gl.FLOAT, false, 0, offset)
    gl.vertexAttribDivisor(location, 1)
  }
  return {
    array,
    count: Math.max(0, points.length / floats - ahead),
    dispose() {
      gl.deleteVertexArray(array)
      gl.deleteBuffer(buffer)
    },
  }
}
