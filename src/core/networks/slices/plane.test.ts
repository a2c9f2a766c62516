import { describe, expect, test } from 'vitest'
import { normal } from '../../random.ts'
import { type Plane, place, project } from './plane.ts'

const size = 40
const drawn = (which: number) => Float64Array.from({ length: size }, (_, i) => normal(1, which, i))
const [center, u, v] = [drawn(0), drawn(1), drawn(2)] as const
const plane: Plane = { center, directions: [u, v] }
const at = (a: number, b: number) => {
  const point = new Float64Array(size)
  place(point, plane, [a, b])
  return point
}

describe('a point of the plane', () => {
  test('has the coordinates that made it, though the directions are not at right angles', () => {
    const { points, outside } = project([at(0.3, -2), at(-7, 0), at(0, 0)], plane)
    for (const [k, wanted] of [0.3, -2, -7, 0, 0, 0].entries())
      expect(points[k]).toBeCloseTo(wanted, 12)
    for (const share of outside) expect(share).toBeLessThan(1e-12)
  })

  test('in single precision too', () => {
    const single = Float32Array.from(at(1.5, -0.5))
    expect(project([single], plane).points[0]).toBeCloseTo(1.5, 6)
  })
})

test('a point above the plane is seen at its foot, with how much of its way is outside', () => {
  const straight: Plane = {
    center: new Float64Array(3),
    directions: [Float64Array.of(2, 0, 0), Float64Array.of(0, 1, 0)],
  }
  const { points, outside } = project(
    [Float64Array.of(2, 2, 1), Float64Array.of(0, 0, 5)],
    straight,
  )
  expect([...points]).toEqual([1, 2, 0, 0])
  expect(outside[0]).toBeCloseTo(1 / 3, 14)
  expect(outside[1]).toBe(1)
})

test('directions on one line are one direction', () => {
  const line: Plane = { center, directions: [u, u.map((value) => -3 * value)] }
  const { points } = project([center.map((value, i) => value + 2 * (u[i] as number))], line)
  expect(points[0]).toBeCloseTo(2, 12)
  expect(points[1]).toBe(0)
})

test('what is not finite has no place', () => {
  const { points } = project([at(1, 1).fill(Number.POSITIVE_INFINITY, 3, 4)], plane)
  expect([...points].some(Number.isFinite)).toBe(false)
})
