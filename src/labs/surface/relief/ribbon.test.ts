import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grid } from '../../../core/landscape/landscape.ts'
import { heightAt, type Mesh, peak, stride } from './block.ts'
import { between, cutsOf } from './cuts.ts'
import { meshOf } from './mesh.ts'
import { placeAt, type ReliefPath, ribbonOf } from './ribbon.ts'

const region = { x: [-2, 2], y: [-2, 2] } as const
const size = { columns: 15, rows: 11 }
const levels = {
  kind: 'quantiles',
  floor: 0,
  values: Float64Array.of(-1, -0.3, 0.2, 0.9, 1.6),
} as const

function meshFor(f: (x: number, y: number) => number): Mesh {
  const { columns, rows } = size
  const values = Float64Array.from({ length: columns * rows }, (_, k) =>
    f(-2 + (4 * (k % columns)) / (columns - 1), -2 + (4 * Math.floor(k / columns)) / (rows - 1)),
  )
  return meshOf({ region, ...size, values } satisfies Grid, levels, false)
}
const rough = meshFor((x, y) => Math.sin(3 * x) * Math.cos(2 * y) + x / 4)

const pathOf = (...points: readonly (readonly [number, number])[]): ReliefPath => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
  f: new Float64Array(points.length),
  color: [0, 0, 1],
  isSelected: false,
})
type Four = readonly [number, number, number, number]
const points = (numbers: Float32Array): Four[] =>
  Array.from({ length: numbers.length / 4 }, (_, k) => [
    ...numbers.subarray(4 * k, 4 * k + 4),
  ]) as unknown as Four[]

/** The height of a mesh by going through its triangles, as the graphics card does. */
function heightByTriangles({ vertices, triangles }: Mesh, x: number, y: number) {
  for (let t = 0; t < triangles.length; t += 3) {
    const at = (corner: number, axis: number) =>
      vertices[stride * (triangles[t + corner] as number) + axis] as number
    const [ax, ay, bx, by, cx, cy] = [at(0, 0), at(0, 1), at(1, 0), at(1, 1), at(2, 0), at(2, 1)]
    const [az, bz, cz] = [at(0, 2), at(1, 2), at(2, 2)]
    const whole = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    // Walls cover no floor.
    if (whole === 0) continue
    const b = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / whole
    const c = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / whole
    if (b >= -1e-6 && c >= -1e-6 && b + c <= 1 + 1e-6)
      return Math.min(peak, az + b * (bz - az) + c * (cz - az))
  }
  return NaN
}

const place = fc.double({ min: -1.99, max: 1.99, noNaN: true })

describe('a ribbon', () => {
  test('lies on the triangles of the mesh, between its points too', () => {
    fc.assert(
      fc.property(place, place, place, place, (a, b, c, d) => {
        const line = points(ribbonOf(rough, region, pathOf([a, b], [c, d])).line)
        for (const [i, [x, y, z, step]] of line.entries()) {
          if (step < 0) continue
          expect(z).toBeCloseTo(heightByTriangles(rough, x, y), 4)
          const [nextX, nextY, nextZ, next] = line[i + 1] ?? [x, y, z, -1]
          const isCut = Math.max(z, nextZ) > peak - 1e-6
          if (next < 0 || isCut) continue
          const middle = heightByTriangles(rough, (x + nextX) / 2, (y + nextY) / 2)
          expect((z + nextZ) / 2).toBeCloseTo(middle, 4)
        }
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  test('goes through every step once, in order', () => {
    const path = pathOf([-1.5, -1], [1, 1.2], [0.3, -0.4], [0.3, -0.4], [0.31, -0.4])
    const { line, dots } = ribbonOf(rough, region, path)
    const steps = points(line).map(([, , , step]) => step)
    expect(steps.slice(1)).toEqual([...steps.slice(1)].sort((a, b) => a - b))
    for (const step of [0, 1, 2, 3, 4]) expect(steps.filter((s) => s === step)).toHaveLength(1)
    expect(points(dots).map(([, , , step]) => step)).toEqual([0, 1, 2, 3, 4])
    expect(points(dots)[1]?.[0]).toBeCloseTo(0.5, 6)
  })

  test('leaves out what is outside, up to the very edge', () => {
    const { line, dots } = ribbonOf(rough, region, pathOf([-4, 0], [4, 0], [4, 9], [1e300, 0]))
    const inside = points(line).filter(([, , , step]) => step >= 0)
    expect(inside[0]?.[0]).toBeCloseTo(-1, 6)
    expect(inside.at(-1)?.[0]).toBeCloseTo(1, 6)
    expect(inside[0]?.[3]).toBeCloseTo(0.25, 6)
    expect(dots).toHaveLength(0)
  })

  test('is broken over a hole and where the loss is not finite', () => {
    const holed = meshFor((x, y) => (Math.hypot(x, y) < 0.7 ? NaN : x))
    const line = points(ribbonOf(holed, region, pathOf([-1.5, 0], [1.5, 0])).line)
    const broken = line.findLastIndex(([, , , step]) => step < 0)
    expect(broken).toBeGreaterThan(1)
    expect(broken).toBeLessThan(line.length - 1)
    const gone = { ...pathOf([0, 0], [1, 1], [0, 1]), f: Float64Array.of(0, NaN, 0) }
    expect(points(ribbonOf(rough, region, gone).line)).toEqual([])
  })

  test('of a very long path has not many more pieces than pixels', () => {
    const ends = Array.from({ length: 5000 }, (_, k) => [k % 2 ? 1.9 : -1.9, (k % 7) / 4] as const)
    const { line, dots } = ribbonOf(rough, region, pathOf(...ends))
    expect(line.length / 4).toBeLessThan(40_000)
    expect(points(line).at(-1)?.[3]).toBe(4999)
    expect(dots).toHaveLength(0)
  })
})

describe('the place of a playhead', () => {
  const path = pathOf([-1, -1], [1, 0.5])

  test('is on the mesh, on the way between two steps', () => {
    const [x = 0, y = 0, z, step] = placeAt(rough, region, path, 0.25) ?? []
    expect([x, y, step]).toEqual([expect.closeTo(-0.25, 6), expect.closeTo(-0.3125, 6), 0.25])
    expect(z).toBeCloseTo(heightByTriangles(rough, x, y), 5)
  })

  test('stays at the last step', () => {
    expect(placeAt(rough, region, path, 9)).toEqual(placeAt(rough, region, path, 1))
    expect(placeAt(rough, region, path, 9)?.[0]).toBeCloseTo(0.5, 6)
  })

  test('is nowhere outside', () => {
    expect(placeAt(rough, region, pathOf([5, 0]), 0)).toBeUndefined()
  })
})

test('the cuts of a line are where it crosses columns, rows and diagonals', () => {
  fc.assert(
    fc.property(fc.tuple(place, place, place, place), ([a, b, c, d]) => {
      const [from, to] = [[5 + a, 5 + b] as const, [5 + c, 5 + d] as const]
      const cuts = cutsOf(from, to, size)
      expect([cuts[0], cuts.at(-1)]).toEqual([0, 1])
      for (const part of cuts.slice(1, -1)) {
        const [u, v] = between(from, to, part)
        const off = [u, v, u - v].map((place) => Math.abs(place - Math.round(place)))
        expect(Math.min(...off)).toBeLessThan(1e-9)
      }
      const passed = (p: number, q: number) => Math.abs(Math.floor(p) - Math.floor(q))
      const count = passed(from[0], to[0]) + passed(from[1], to[1])
      const diagonals = passed(from[0] - from[1], to[0] - to[1])
      expect(Math.abs(cuts.length - 2 - count - diagonals)).toBeLessThanOrEqual(3)
    }),
    { seed: 1 },
  )
})

test('the height of the mesh is that of its triangles', () => {
  for (const [u, v] of [
    [0, 0],
    [3.2, 4.7],
    [3.7, 4.2],
    [14, 10],
    [13.5, 9.5],
  ] as const)
    expect(heightAt(rough, u, v)).toBeCloseTo(heightByTriangles(rough, u / 7 - 1, v / 5 - 1), 5)
})
