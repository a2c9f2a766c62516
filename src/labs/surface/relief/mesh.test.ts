import { describe, expect, test } from 'vitest'
import type { Grid, Levels } from '../../../core/landscape/landscape.ts'
import { bandMeasure } from './bands.ts'
import { heightAt, type Mesh, peak, stride } from './block.ts'
import { meshOf } from './mesh.ts'
import { wallVertices } from './walls.ts'

const region = { x: [-2, 2], y: [-1, 3] } as const

function gridOf(f: (x: number, y: number) => number, columns = 21, rows = 21): Grid {
  const at = ([from, to]: readonly [number, number], part: number) => from + part * (to - from)
  const values = Float64Array.from({ length: columns * rows }, (_, k) =>
    f(
      at(region.x, (k % columns) / (columns - 1)),
      at(region.y, Math.floor(k / columns) / (rows - 1)),
    ),
  )
  return { region, columns, rows, values }
}

const levels = (kind: Levels['kind'], ...values: number[]): Levels => ({
  kind,
  floor: 0,
  values: Float64Array.from(values),
})
const linear = levels('quantiles', -5, 0, 5, 10)
const vertex = ({ vertices }: Mesh, k: number) => [
  ...vertices.subarray(stride * k, stride * (k + 1)),
]
/** Twice the area of each triangle, seen from above. */
const areas = ({ vertices, triangles }: Mesh) =>
  Array.from({ length: triangles.length / 3 }, (_, t) => {
    const [a, b, c] = [0, 1, 2].map((i) => triangles[3 * t + i] as number)
    const part = (k = 0, axis = 0) => vertices[stride * k + axis] as number
    return (
      (part(b) - part(a)) * (part(c, 1) - part(a, 1)) -
      (part(c) - part(a)) * (part(b, 1) - part(a, 1))
    )
  })
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)

describe('bands', () => {
  test('are counted from the lowest level, with −1 at the bottom', () => {
    const band = bandMeasure(levels('quantiles', 1, 2, 4), -1)
    expect([-1, 0, 1, 1.5, 2, 3, 4, 6].map(band)).toEqual([-1, -0.5, 0, 0.5, 1, 1.5, 2, 3])
  })

  test('of logarithmic levels are even in the logarithm', () => {
    const band = bandMeasure(levels('logarithmic', 0.1, 1, 10), 0)
    for (const power of [-1, -0.4, 0, 0.3, 1, 1.7])
      expect(band(10 ** power)).toBeCloseTo(power + 1, 12)
  })

  test('rise with the value, and say at each level which one it is', () => {
    const values = [0.02, 0.3, 1, 7, 8, 90]
    const band = bandMeasure(levels('logarithmic', ...values), 0.001)
    expect(values.map((value) => Math.round(1e9 * band(value)) / 1e9)).toEqual([0, 1, 2, 3, 4, 5])
    const rising = Array.from({ length: 400 }, (_, i) => band(0.001 * 1.03 ** i))
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    expect(new Set(rising).size).toBe(rising.length)
  })

  test('are one band where there is no level', () => {
    expect([-3, 0, 4].map(bandMeasure(levels('quantiles'), 0))).toEqual([-1, -1, -1])
  })
})

describe('the mesh', () => {
  test('has a vertex for each value and walls behind them', () => {
    const mesh = meshOf(
      gridOf((x) => x, 11, 7),
      linear,
      false,
    )
    expect(mesh.vertices).toHaveLength(stride * (11 * 7 + wallVertices(mesh)))
    expect(mesh.triangles).toHaveLength(3 * 2 * (10 * 6 + 2 * (10 + 6)))
    expect(Math.max(...mesh.triangles)).toBe(mesh.vertices.length / stride - 1)
  })

  test('covers the whole floor once, and its walls none of it', () => {
    const mesh = meshOf(
      gridOf((x, y) => x * y, 11, 7),
      linear,
      false,
    )
    const [x, y] = mesh.halves
    expect(sum(areas(mesh)) / 2).toBeCloseTo(4 * x * y, 5)
  })

  test('of a large grid is thinned out, so that 16 bits number its vertices', () => {
    const mesh = meshOf(
      gridOf((x, y) => x + 2 * y, 420, 420),
      linear,
      false,
    )
    expect([mesh.columns, mesh.rows]).toEqual([200, 200])
    expect(mesh.vertices.length / stride).toBeLessThan(2 ** 16)
    const plane = meshOf(
      gridOf((x, y) => x + 2 * y, 200, 200),
      linear,
      false,
    )
    for (const k of [0, 7, 199, 12_345, 39_999])
      expect(vertex(mesh, k)[2]).toBeCloseTo(vertex(plane, k)[2] as number, 5)
  })

  test('of a plane has the plane’s normal everywhere', () => {
    const mesh = meshOf(
      gridOf((x, y) => x / 2 - y),
      levels('quantiles', -3, 2),
      false,
    )
    // Two units are 1 on the floor; from −4 to 2 the height is the peak.
    const [slopeX, slopeY] = [(0.5 * 2 * peak) / 6, (-1 * 2 * peak) / 6]
    const length = Math.hypot(slopeX, slopeY, 1)
    for (let k = 0; k < 21 * 21; k++) {
      const [, , , x, y, z] = vertex(mesh, k)
      expect(x).toBeCloseTo(-slopeX / length, 4)
      expect(y).toBeCloseTo(-slopeY / length, 4)
      expect(z).toBeCloseTo(1 / length, 4)
    }
  })

  test.each([NaN, Infinity, -Infinity])('has a hole where the loss is %d', (gap) => {
    const isGap = (x: number, y: number) => Math.abs(x) < 0.05 && Math.abs(y - 1) < 0.05
    const mesh = meshOf(
      gridOf((x, y) => (isGap(x, y) ? gap : x + y)),
      linear,
      false,
    )
    const whole = meshOf(
      gridOf((x, y) => x + y),
      linear,
      false,
    )
    // One vertex inside is a corner of six triangles.
    expect(whole.triangles.length - mesh.triangles.length).toBe(3 * 6)
    expect([...mesh.triangles].every((k) => Number.isFinite(vertex(mesh, k)[2]))).toBe(true)
    expect(heightAt(mesh, 10.2, 10.1)).toBeNaN()
    expect(heightAt(mesh, 8.2, 10.1)).toBeCloseTo(heightAt(whole, 8.2, 10.1), 6)
    for (const part of mesh.vertices.subarray(3, 6)) expect(part).toBeGreaterThanOrEqual(-1)
  })

  test('keeps apart what is below the plateau and what is above it', () => {
    const mesh = meshOf(
      gridOf((x, y) => x + y),
      levels('quantiles', -2, 0, 1.1),
      true,
    )
    const height = (k: number) => vertex(mesh, k)[2] as number
    const { triangles, belowTo, aboveFrom } = mesh
    const low = [...triangles.subarray(0, aboveFrom)].filter((k) => k < mesh.columns * mesh.rows)
    expect(Math.max(...low.map(height))).toBeLessThanOrEqual(peak)
    expect(Math.min(...[...triangles.subarray(belowTo)].map(height))).toBeGreaterThan(peak)
    for (let t = aboveFrom; t < belowTo; t += 3) {
      const heights = [...triangles.subarray(t, t + 3)].map(height)
      expect(Math.min(...heights)).toBeLessThanOrEqual(peak)
      expect(Math.max(...heights)).toBeGreaterThan(peak)
    }
    expect(belowTo).toBeGreaterThan(aboveFrom)
  })

  test('has its highest level at the peak and its lowest value at 0', () => {
    for (const isLog of [false, true]) {
      const mesh = meshOf(
        gridOf((x) => x + 3),
        levels('logarithmic', 2, 3, 4),
        isLog,
      )
      expect(vertex(mesh, 0)[2]).toBeCloseTo(0, 6)
      expect(vertex(mesh, 15)[2]).toBeCloseTo(peak, 6)
      expect(vertex(mesh, 15)[6]).toBeCloseTo(2, 6)
      expect(heightAt(mesh, 18, 3)).toBe(peak)
    }
  })

  test('is linear in the value, or in the band', () => {
    const grid = gridOf((x) => 10 ** (x / 2))
    const steps = levels('logarithmic', 0.1, 1, 10)
    const at = (mesh: Mesh, column: number) => heightAt(mesh, column, 4) / peak
    expect(at(meshOf(grid, steps, true), 10)).toBeCloseTo(0.5, 5)
    expect(at(meshOf(grid, steps, false), 10)).toBeCloseTo((1 - 0.1) / (10 - 0.1), 5)
  })

  test('of a constant is level', () => {
    const mesh = meshOf(
      gridOf(() => 3),
      levels('quantiles'),
      true,
    )
    const none = expect.closeTo(0, 9)
    for (let k = 0; k < 21 * 21; k++)
      expect(vertex(mesh, k).slice(2, 6)).toEqual([none, none, none, 1])
  })
})
