import { describe, expect, test } from 'vitest'
import { tickTexts } from '../ticks.ts'
import type { Box } from './box.ts'
import { inkOf, inkUnder } from './ink.ts'
import { around, covered, placeLabels } from './placeLabels.ts'

const space = { bounds: { x: 0, y: 0, width: 300, height: 200 }, fontSize: 13 }
const label = (x: number, y: number, text = 'minimum 1.234') => ({
  text,
  spots: around({ x, y }, 'below', 'above', 'right', 'left'),
})

describe('labels', () => {
  test('do not lie on each other where there is room', () => {
    const boxes = placeLabels([label(100, 100), label(105, 100), label(240, 100)], space, [])
    for (const box of boxes as Box[])
      expect(
        covered(
          box,
          (boxes as Box[]).filter((other) => other !== box),
        ),
      ).toBe(0)
  })

  test('stay inside the picture', () => {
    for (const [x, y] of [
      [0, 0],
      [300, 200],
      [150, 199],
    ] as const) {
      const [box] = placeLabels([label(x, y)], space, [])
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(300)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(200)
    }
  })

  test('that may be left out are, rather than to lie on another', () => {
    const full = [{ x: 0, y: 0, width: 300, height: 200 }]
    expect(placeLabels([{ ...label(150, 100), optional: 'near' }], space, [...full])).toEqual([
      undefined,
    ])
    expect(placeLabels([label(150, 100)], space, [...full])).toEqual([expect.any(Object)])
  })

  test('keep away from lines', () => {
    const ink = inkOf(
      [
        [
          [-50, 115],
          [400, 115],
        ],
      ],
      { width: 300, height: 200 },
    )
    const [box] = placeLabels([label(150, 100)], { ...space, ink }, [])
    expect(box?.y).toBeLessThan(100)
    expect(inkUnder(ink, box as Box)).toBe(0)
  })
})

describe('lines on a grid', () => {
  const size = { width: 100, height: 50 }
  const amount = (points: [number, number][]) =>
    inkUnder(inkOf([points], size), { x: 0, y: 0, ...size })

  test('are drawn only inside, however far they go', () => {
    expect(
      amount([
        [-1e5, 25],
        [1e5, 25],
      ]),
    ).toBe(20 * 25)
    expect(
      amount([
        [-1e5, -10],
        [1e5, -10],
      ]),
    ).toBe(0)
  })

  test('are broken where a point is not finite', () => {
    expect(
      amount([
        [0, 25],
        [50, NaN],
        [100, 25],
      ]),
    ).toBe(0)
  })
})

describe('the numbers of an axis', () => {
  test('are what they are while they are short', () => {
    expect(tickTexts([-1, 0, 1.5], 7)).toEqual({ texts: ['−1', '0', '1.5'] })
  })

  test('are differences where only late digits differ', () => {
    expect(tickTexts([0.8421345, 0.8421346, 0.8421347], 7)).toEqual({
      texts: ['0', '1', '2'],
      taken: ' − 0.8421345, in 10⁻⁷',
    })
    expect(tickTexts([-1.5e207, -1e207, -5e206], 7)).toEqual({
      texts: ['−1.5', '−1', '−0.5'],
      taken: ', in 10²⁰⁷',
    })
    expect(tickTexts([-1000.01, -1000, -999.99], 7)).toEqual({
      texts: ['0', '0.01', '0.02'],
      taken: ' − (−1000.01)',
    })
  })
})
