import { describe, expect, test } from 'vitest'
import { normal } from '../../random.ts'
import { toItsEnd } from '../../work.ts'
import type { Floats } from '../floats.ts'
import { type Plane, project } from './plane.ts'
import { principalPlane } from './principal.ts'
import { dot, orthonormal } from './vectors.ts'

const size = 3000
const drawn = (which: number) => Float64Array.from({ length: size }, (_, i) => normal(5, which, i))
const center = drawn(0)
const [u, v] = orthonormal([drawn(1), drawn(2)], 1e-6)
const around: Plane = { center, directions: [drawn(3), drawn(4)] }
const at = (a: number, b: number) =>
  center.map((value, i) => value + a * (u[i] as number) + b * (v[i] as number))
const planeOf = (points: readonly Floats[]) => toItsEnd(principalPlane(points, around))

/** A way that is longer along u than along v. */
const way = Array.from({ length: 30 }, (_, k) => at(-9 + k / 3, Math.sin(k / 4)))

describe('the principal plane of a path', () => {
  const plane = planeOf(way)

  test('is the plane in which it lies', () => {
    const { outside } = project(way, plane)
    expect(Math.max(...outside)).toBeLessThan(1e-10)
    const [first, second] = plane.explained ?? [0, 0]
    expect(first + second).toBeCloseTo(1, 12)
    expect(first).toBeGreaterThan(0.9)
    expect(Math.abs(dot(plane.directions[0], u))).toBeGreaterThan(0.99)
  })

  test('has directions of length 1 at right angles', () => {
    const [first, second] = plane.directions
    expect(dot(first, first)).toBeCloseTo(1, 12)
    expect(dot(second, second)).toBeCloseTo(1, 12)
    expect(dot(first, second)).toBeCloseTo(0, 12)
  })

  test('lets it begin to the left', () => {
    expect(project(way, plane).points[0]).toBeLessThan(0)
    const other = planeOf(way.map((point) => point.map((x, i) => 2 * (center[i] as number) - x)))
    expect(project([at(9, 0)], other).points[0]).toBeLessThan(0)
  })

  test('explains what is not outside of it', () => {
    const noisy = way.map((point, k) => point.map((x, i) => x + 0.02 * normal(8, k, i)))
    const whole = noisy.map((point) => point.map((x, i) => x - (center[i] as number)))
    const { explained = [0, 0], directions } = planeOf(noisy)
    const { outside } = project(noisy, { center, directions })
    let [inside, all] = [0, 0]
    whole.forEach((difference, k) => {
      all += dot(difference, difference)
      inside += dot(difference, difference) * (1 - (outside[k] as number) ** 2)
    })
    expect(explained[0] + explained[1]).toBeCloseTo(inside / all, 10)
    expect(inside / all).toBeLessThan(0.99)
  })

  test('in single precision is nearly the same', () => {
    const { directions } = planeOf(way.map((point) => Float32Array.from(point)))
    expect(Math.abs(dot(directions[0], plane.directions[0]))).toBeCloseTo(1, 8)
  })
})

test('a straight path borrows a second direction, at a right angle', () => {
  const straight = [at(-3, 0), at(-2, 0), at(-1, 0)]
  const { explained, directions } = planeOf(straight)
  expect(explained?.[0]).toBeCloseTo(1, 12)
  expect(explained?.[1]).toBe(0)
  expect(dot(directions[1], directions[1])).toBeCloseTo(1, 12)
  expect(dot(directions[0], directions[1])).toBeCloseTo(0, 12)
})

test('where nothing moved both are borrowed', () => {
  const { explained, directions } = planeOf([center.slice(), center.slice()])
  expect(explained).toEqual([0, 0])
  expect(directions.map((direction) => dot(direction, direction))).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(1, 12),
  ])
})
