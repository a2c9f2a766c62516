import { expect, test } from 'vitest'
import { probeOf } from '../../../core/networks/probe.ts'
import { fitOf } from './fit.ts'
import { fitInWords, inputInWords, sampleInWords } from './words.ts'

const many = Array.from({ length: 1000 }, (_, i) => [i / 100])
const points = { inputs: many, targets: many }
const curve = fitOf({
  points,
  training: many.map((_, i) => i !== 3),
  classes: undefined,
  loss: 'mse',
  probe: probeOf(points),
})

test('a curve is told by its range', () => {
  const answers = Float32Array.from({ length: curve.probe.columns }, (_, i) => i / 100 - 1.2)
  expect(fitInWords(curve, answers)).toBe(
    'Fit of 1,000 points: the network’s answer runs from −1.2 to 1.2',
  )
  expect(fitInWords(curve, undefined)).toBe('Fit of 1,000 points')
})

test('a sample is told with its answer and its error', () => {
  const answers = Float32Array.from(curve.probe.points, (x) => x + 0.5)
  expect(sampleInWords(curve, answers, 3)).toBe(
    'Sample 4 (validation): x = 0.03, target 0.03, answer 0.53, error 0.5',
  )
})

const two = {
  inputs: [
    [0, 0],
    [1, 1],
  ],
  targets: [[0], [1]],
}
const classes = { points: two, training: [true, true], classes: 2, loss: 'mse' } as const

test('classes are told by how much of the picture is theirs, and a sample is right or wrong', () => {
  const fit = fitOf({ ...classes, probe: probeOf(two) })
  const answers = Float32Array.from({ length: 4096 }, (_, i) => (i < 1024 ? 1 : 0))
  expect(fitInWords(fit, answers)).toBe(
    'Fit of 2 points of 2 classes: the network answers class 0 on 75 %, class 1 on 25 % of the picture',
  )
  expect(sampleInWords(fit, answers, 1)).toBe(
    'Sample 2 (training): x₁ = 1, x₂ = 1, target class 1, answer class 0 (100 %), wrong',
  )
})

test('of more inputs it is told how many answers are right', () => {
  const inputs = [
    [1, 2, 3],
    [4, 5, 6],
  ]
  const three = { inputs, targets: two.targets }
  const fit = fitOf({ ...classes, points: three, probe: probeOf(three) })
  expect(fitInWords(fit, Float32Array.of(0, 0))).toBe(
    'Fit of 2 points of 2 classes: 1 of 2 points are answered right',
  )
  expect(inputInWords(inputs[0] ?? [])).toBe('x₁ = 1, x₂ = 2, x₃ = 3')
})
