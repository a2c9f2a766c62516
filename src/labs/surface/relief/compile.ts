// Programs for the graphics card.

export interface Program {
  readonly begin: () => void
  readonly at: (uniform: string) => WebGLUniformLocation | null
  readonly dispose: () => void
}

/** A vertex and a fragment shader in GLSL ES 3, without version and precision. */
export type Sources = readonly [vertex: string, fragment: string]

/** A program to draw with; nothing where the card cannot do it or the context is lost. */
export function compile(gl: WebGL2RenderingContext, sources: Sources): Program | undefined {
  const program = gl.createProgram()
  for (const [i, source] of sources.entries()) {
    const shader = gl.createShader(i === 0 ? gl.VERTEX_SHADER : gl.FRAGMENT_SHADER)
    if (!shader) return undefined
    gl.shaderSource(shader, `#version 300 es\nprecision highp float;${source}`)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    gl.deleteShader(shader)
  }
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return undefined
  return {
    begin: () => gl.useProgram(program),
    at: (uniform) => gl.getUniformLocation(program, uniform),
    dispose: () => gl.deleteProgram(program),
  }
}
