import { describe, expect, test } from 'vitest'
import { probeOf } from '../../../core/networks/probe.ts'
import { answersAt, answersFor } from './answersAt.ts'
import { confusionOf } from './confusion.ts'
import { curvesOf } from './curves.ts'
import { type FitData, fitOf, targetOf } from './fit.ts'
import { fitView } from './fitView.ts'
import { nearestSample, placesOf } from './places.ts'

const sheet = { width: 420, height: 300, text: 13 }

const dataOf = (
  inputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  more: Partial<FitData> = {},
): FitData => ({
  points: { inputs, targets },
  training: inputs.map((_, i) => i % 2 === 0),
  classes: undefined,
  loss: 'mse',
  probe: probeOf({ inputs, targets }),
  ...more,
})

const line = dataOf([[3], [1], [2]], [[6], [2], [4]])
const square = dataOf(
  [
    [0, 0],
    [1, 3],
  ],
  [[0], [1]],
)

test.each([
  [1, undefined, 'curve'],
  [2, undefined, 'heights'],
  [5, undefined, 'compared'],
  [1, 2, 'chances'],
  [2, 2, 'regions'],
  [3, 2, 'confusion'],
] as const)('%d inputs with classes %s are drawn as %s', (inputs, classes, look) => {
  const row = Array.from({ length: inputs }, (_, k) => k)
  const data = dataOf([row, row.map((v) => v + 1)], [[0], [1]], { classes })
  expect(fitOf(data).look).toBe(look)
})

test('over one input samples are walked from left to right, and a batch names those learned from', () => {
  const fit = fitOf(line)
  expect([...fit.samples]).toEqual([1, 2, 0])
  expect([...fit.learned]).toEqual([0, 2])
})

test('of more than two inputs only the points are drawn whose answers are known', () => {
  const inputs = Array.from({ length: 1200 }, (_, i) => [i, i, i])
  const fit = fitOf(dataOf(inputs, inputs))
  expect(fit.samples).toHaveLength(fit.probe.columns)
  const answers = Float32Array.from(fit.probe.points)
  expect([...Array.from(answersFor(fit, answers, 7))]).toEqual([7, 7, 7])
})

describe('between the points of the probe answers are interpolated', () => {
  test('over one input: a linear network is met everywhere', () => {
    const fit = fitOf(line)
    const answers = Float32Array.from(fit.probe.points, (x) => 2 * x - 1)
    for (const x of [1, 1.2345, 2.999])
      expect(answersAt(fit, answers, [x])[0]).toBeCloseTo(2 * x - 1, 5)
  })

  test('over two inputs, each along its own axis', () => {
    const fit = fitOf(square)
    const { points } = fit.probe
    const plane = (x: number, y: number) => 5 * x - 2 * y + 1
    const answers = Float32Array.from({ length: points.length / 2 }, (_, i) =>
      plane(points[2 * i] as number, points[2 * i + 1] as number),
    )
    for (const [x, y] of [
      [0, 0],
      [1, 3],
      [0.123, 2.987],
    ] as const)
      expect(answersAt(fit, answers, [x, y])[0]).toBeCloseTo(plane(x, y), 5)
  })

  test('beyond the window the answer is that of its edge', () => {
    const fit = fitOf(line)
    const answers = Float32Array.from(fit.probe.points)
    expect(answersAt(fit, answers, [99])[0]).toBe(answers.at(-1))
  })
})

test('of several numbers one is drawn', () => {
  const several = dataOf(
    [[0], [1]],
    [
      [1, 10],
      [2, 20],
    ],
  )
  const fit = fitOf(several, 1)
  expect([0, 1].map((sample) => targetOf(fit, sample))).toEqual([10, 20])
  const answers = Float32Array.from({ length: 2 * fit.probe.columns }, (_, i) => i % 2)
  expect(new Set(curvesOf(fit, answers)[0])).toEqual(new Set([1]))
  expect(fitOf(several, 7).output).toBe(1)
})

test('two classes are one curve, more are one each, and their shares are all there is', () => {
  const three = dataOf([[0], [1], [2]], [[0], [1], [2]], { classes: 3, loss: 'cross-entropy' })
  const fit = fitOf(three)
  const answers = Float32Array.from({ length: 3 * fit.probe.columns }, (_, i) => Math.sin(i))
  const curves = curvesOf(fit, answers)
  expect(curves).toHaveLength(3)
  for (let i = 0; i < fit.probe.columns; i++)
    expect(curves.reduce((sum, curve) => sum + (curve[i] as number), 0)).toBeCloseTo(1, 6)
  const two = fitOf(dataOf([[0], [1]], [[0], [1]], { classes: 2 }))
  expect(curvesOf(two, new Float32Array(two.probe.columns))).toHaveLength(1)
})

test('points lie at their targets, and are found near a pixel', () => {
  const fit = fitOf(line)
  const view = fitView(fit, sheet)
  const places = placesOf(fit, view, undefined)
  expect([places.x[0], places.y[0]]).toEqual([view.x(3), view.y(6)])
  expect(nearestSample(fit, places, [view.x(3) + 3, view.y(6)], 10)).toBe(0)
  expect(nearestSample(fit, places, [view.x(3) + 30, view.y(6)], 10)).toBeUndefined()
  for (const i of [0, 1, 2]) {
    expect(places.y[i]).toBeGreaterThan(view.margins.top)
    expect(places.y[i]).toBeLessThan(sheet.height - view.margins.bottom)
  }
})

test('where answers are compared, what is right lies on the diagonal', () => {
  const inputs = [
    [0, 0, 0],
    [1, 1, 1],
  ]
  const fit = fitOf(dataOf(inputs, [[3], [5]]))
  const view = fitView(fit, sheet)
  const places = placesOf(fit, view, Float32Array.of(3, 4))
  expect(view.y.invert(places.y[0] as number)).toBeCloseTo(view.x.invert(places.x[0] as number))
  expect(view.y.invert(places.y[1] as number)).toBeCloseTo(4)
})

test('answers are counted by what is right', () => {
  const inputs = [0, 1, 2, 3].map((v) => [v, v, v])
  const fit = fitOf(dataOf(inputs, [[0], [1], [1], [1]], { classes: 2 }))
  const rows = confusionOf(fit, Float32Array.of(0.1, 0.2, 0.8, 7))
  expect(rows.map((row) => [...row])).toEqual([
    [1, 0],
    [1, 2],
  ])
})
