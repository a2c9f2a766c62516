// The two programs of the relief: its surface, and the lines and balls on it.
import type { Sources } from './compile.ts'

/**
 * The surface, drawn twice: once cut off at the highest level, once as the lid that lies on the cut. So the rim of
 * the plateau is sharp within each triangle. Level places have exactly the colours of its bands.
 */
export const surfaceSources: Sources = [
  `
uniform mat4 view;
uniform float peak;
uniform bool isLid;
layout(location=0) in vec3 place;
layout(location=1) in vec3 normal;
layout(location=2) in float band;
out vec3 up;
out float at;
out float over;
void main() {
  up = isLid ? vec3(0, 0, 1) : normal;
  at = band;
  over = place.z - peak;
  gl_Position = view * vec4(place.xy, isLid ? peak : place.z, 1);
}`,
  `
uniform sampler2D colors;
uniform float top;
uniform float ratio;
uniform bool isLid;
uniform vec3 light;
uniform vec3 wall;
in vec3 up;
in float at;
in float over;
out vec4 color;
vec3 colorOf(float band) {
  return texelFetch(colors, ivec2(max(band, 0.), 0), 0).rgb;
}
float lineAt(float pixels) {
  return 1. - smoothstep(.2, .9, abs(pixels) / ratio);
}
void main() {
  float wide = max(fwidth(at), 1e-6);
  float rim = max(fwidth(over), 1e-6);
  bool isWall = at < -1.5;
  // Half a pixel of overlap, so that no pixel at the rim stays empty.
  float overlap = isWall ? 0. : .5 * rim;
  if (isLid ? isWall || over < -overlap : over > overlap) discard;
  float border = min(floor(at + .5), top - 1.);
  float pixels = (at - border) / wide;
  vec3 band = mix(colorOf(border), colorOf(border + 1.), clamp(pixels + .5, 0., 1.));
  band = mix(band, colorOf(top + 1.), clamp(over / rim + .5, 0., 1.));
  float line = border < 0. ? 0. : lineAt(pixels) * clamp(1.6 - 4. * wide * ratio, 0., 1.);
  band *= 1. - .28 * max(line, lineAt(over / rim));
  float lit = dot(normalize(up), light) / light.z;
  float shade = gl_FrontFacing ? clamp(.5 + .5 * lit, .4, 1.16) : .55;
  if (isWall) {
    band = wall;
    shade = clamp(.85 + .15 * lit, .75, 1.);
  }
  color = vec4(band * shade, 1);
}`,
]

/**
 * Lines as wide as pixels and turned to the eye, a piece at a time with round ends: four corners for each, drawn
 * nearer than they are so that the slope beside them does not cover them. A piece of no length is a ball.
 */
export const lineSources: Sources = [
  `
uniform mat4 view;
uniform vec2 size;
uniform vec2 nearer;
uniform float radius;
layout(location=0) in vec4 from;
layout(location=1) in vec4 to;
out vec3 at;
flat out vec2 steps;
void main() {
  vec4 a = view * vec4(from.xyz, 1);
  vec4 b = view * vec4(to.xyz, 1);
  vec2 start = a.xy / a.w * size / 2.;
  vec2 way = b.xy / b.w * size / 2. - start;
  float far = length(way);
  way = far > 0. ? way / far : vec2(1, 0);
  bool isEnd = gl_VertexID > 1;
  float reach = radius + 1.;
  at = vec3(isEnd ? far + reach : -reach, (gl_VertexID & 1) == 1 ? reach : -reach, far);
  vec2 pixel = start + way * at.x + vec2(-way.y, way.x) * at.y;
  vec4 p = isEnd ? b : a;
  steps = vec2(from.w, to.w);
  gl_Position = min(from.w, to.w) < 0.
    ? vec4(2, 2, 2, 1)
    : vec4(pixel * 2. / size, (p.z + nearer.x) / (p.w - nearer.y), 1);
}`,
  `
uniform float radius;
uniform float ahead;
uniform float playhead;
uniform vec3 color;
uniform vec3 pale;
uniform bool isBall;
in vec3 at;
flat in vec2 steps;
out vec4 result;
void main() {
  float along = clamp(at.x, 0., at.z);
  vec2 off = vec2(at.x - along, at.y);
  bool isAhead = mix(steps.x, steps.y, along / max(at.z, 1e-3)) > playhead;
  vec3 ink = isAhead ? pale : color;
  if (isBall) {
    float shine = length(off / radius - vec2(-.3, .4));
    ink = ink * (1.15 - .4 * shine) + .3 * smoothstep(.4, .1, shine);
  }
  result = vec4(min(ink, 1.), 1) * clamp((isAhead ? ahead : radius) + .5 - length(off), 0., 1.);
}`,
]
