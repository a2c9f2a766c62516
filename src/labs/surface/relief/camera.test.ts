import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Camera, firstCamera, moved, shotOf, turned, zoomed } from './camera.ts'
import { labelPlaces } from './labels.ts'
import { type Matrix, perspective, product, project, translation, turnX, turnZ } from './matrix.ts'

const one = product(turnX(0), turnZ(0))
const expectSame = (a: Matrix, b: Matrix) => {
  for (const [k, part] of a.entries()) expect(part).toBeCloseTo(b[k] as number, 5)
}

describe('matrices', () => {
  test('of turns and moves have their opposites', () => {
    expectSame(product(turnX(33), turnX(-33)), one)
    expectSame(product(turnZ(-71), turnZ(20), turnZ(51)), one)
    expectSame(product(translation([1, -2, 3]), translation([-1, 2, -3])), one)
  })

  test('turn the axes where they should', () => {
    expect(project(turnX(90), [0, 1, 0])).toEqual([0, expect.closeTo(0), expect.closeTo(1)])
    expect(project(turnZ(90), [1, 0, 0])).toEqual([expect.closeTo(0), expect.closeTo(1), 0])
  })

  test('do what is named last first', () => {
    const [x, y] = project(product(translation([5, 0, 0]), turnZ(90)), [1, 0, 0])
    expect([x, y]).toEqual([expect.closeTo(5), expect.closeTo(1)])
  })

  test('of perspective times its inverse is one', () => {
    const [a, b, near, far] = [1.5, 2.5, 2, 9]
    const depth = (near + far) / (near - far)
    const slope = (2 * near * far) / (near - far)
    // From x' = a·x, y' = b·y, z' = depth·z + slope, w' = −z.
    const inverse = Float32Array.of(
      ...[1 / a, 0, 0, 0],
      ...[0, 1 / b, 0, 0],
      ...[0, 0, 0, 1 / slope],
      ...[0, 0, -1, depth / slope],
    )
    const lens = perspective({ scale: [a, b], shift: [0, 0], near, far })
    expectSame(product(lens, inverse), one)
    expectSame(product(inverse, lens), one)
  })

  test('of perspective put the near plane at −1, the far one at 1, and the middle in the middle', () => {
    const lens = perspective({ scale: [1, 1], shift: [0.25, -0.5], near: 2, far: 9 })
    expect(project(lens, [0, 0, -2])).toEqual([0.25, -0.5, expect.closeTo(-1)])
    expect(project(lens, [0, 0, -9])).toEqual([0.25, -0.5, expect.closeTo(1)])
    expect(project(lens, [2, 0, -4])[0]).toBeCloseTo(0.5 + 0.25)
  })
})

const body = { halves: [1, 0.7], span: [-0.06, 0.7] } as const
const corners = [-1, 1].flatMap((x) =>
  [-0.7, 0.7].flatMap((y) => body.span.map((z) => [x, y, z] as const)),
)

describe('the camera', () => {
  const sizes = fc.tuple(fc.integer({ min: 360, max: 1900 }), fc.integer({ min: 300, max: 900 }))
  const angles = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.integer({ min: 10, max: 89 }),
  )

  test('keeps the whole relief in the frame and between near and far, however it is turned', () => {
    fc.assert(
      fc.property(sizes, angles, ([width, height], [yaw, pitch]) => {
        const frame = { width, height, margin: [16, 22] } as const
        const { matrix } = shotOf({ ...firstCamera, yaw, pitch }, body, frame)
        for (const corner of corners) {
          const [x, y, z] = project(matrix, corner)
          expect(Math.abs(x)).toBeLessThanOrEqual(1 - 32 / width + 1e-3)
          expect(Math.abs(y)).toBeLessThanOrEqual(1 - 44 / height + 1e-3)
          expect(Math.abs(z)).toBeLessThanOrEqual(1 + 1e-4)
        }
      }),
      { seed: 1 },
    )
  })

  test('shows it as large as the frame allows', () => {
    const { matrix } = shotOf(firstCamera, body, { width: 900, height: 640, margin: [0, 0] })
    const seen = corners.map((corner) => project(matrix, corner))
    expect(Math.max(...seen.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]))).toBeGreaterThan(0.8)
  })

  test('moves what it draws nearer along the line of sight', () => {
    const frame = { width: 900, height: 640, margin: [0, 0] } as const
    const { matrix, nearer } = shotOf({ ...firstCamera, yaw: 0, pitch: 10 }, body, frame)
    const w = (y: number) => {
      const [a = 0, b = 0] = [7, 15].map((k) => matrix[k])
      return a * y + b
    }
    const unit = Math.cos((10 * Math.PI) / 180)
    expect(nearer[1] * unit).toBeCloseTo(w(0) - w(-1), 5)
    const depth = (y: number) => project(matrix, [0, y, 0])[2] * w(y)
    expect(nearer[0] * unit).toBeCloseTo(depth(-1) - depth(0), 4)
  })

  test('never looks from below, nor quite from above', () => {
    const down = turned(firstCamera, 0, -500)
    const up = turned(firstCamera, 0, 500)
    expect([down.pitch, up.pitch]).toEqual([10, 89])
    expect(turned(down, 25, 3).pitch).toBe(13)
    expect(turned(firstCamera, 725, 0).yaw).toBeCloseTo(firstCamera.yaw + 365)
  })

  test('is never further away than to see it whole, and comes back to that', () => {
    expect(zoomed(firstCamera, 0.1)).toEqual(firstCamera)
    expect(zoomed(firstCamera, 1e9).zoom).toBe(12)
    expect(zoomed(zoomed(firstCamera, 3, [0.4, 0.2]), 1 / 3, [-0.7, 0.1])).toEqual({
      ...firstCamera,
      pan: [expect.closeTo(0), expect.closeTo(0)],
    })
  })

  test('enlarges around the point that is pointed at', () => {
    const frame = { width: 900, height: 640, margin: [16, 22] } as const
    const point = [0.3, -0.2, 0.1] as const
    const at = (camera: Camera) => project(shotOf(camera, body, frame).matrix, point)
    const [x, y] = at(firstCamera)
    const near = zoomed(firstCamera, 2.5, [x, y])
    expect(at(near)[0]).toBeCloseTo(x, 4)
    expect(at(near)[1]).toBeCloseTo(y, 4)
  })

  test('does not move the picture out of the frame', () => {
    expect(moved(firstCamera, [0.5, 0.5])).toEqual(firstCamera)
    expect(moved(zoomed(firstCamera, 3), [9, -9]).pan).toEqual([2, -2])
  })
})

test('labels stand along the two edges that are nearest to the eye', () => {
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (yaw) => {
      const places = labelPlaces({ yaw, halves: [1, 0.7] })
      const frame = { width: 900, height: 640, margin: [16, 22] } as const
      const { matrix } = shotOf({ ...firstCamera, yaw }, body, frame)
      for (const k of [0, 3]) {
        const [x, y] = places[k] ?? [NaN, NaN]
        const [near, far] = [1, -1].map((side) => project(matrix, [side * x, side * y, 0])[2])
        expect(near).toBeLessThanOrEqual((far as number) + 1e-6)
      }
    }),
    { seed: 1 },
  )
})
