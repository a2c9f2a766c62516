// Each example of the menu has the numbers that its lesson is about: PyTorch's in float64, and where there is one the closed form.
import { describe, expect, test } from 'vitest'
import {
  type GraphExperiment,
  graphParts,
  prepareGraph,
} from '../../core/experiment/graphExperiment.ts'
import { anExpression } from '../../core/experiment/texts.ts'
import { differentiate } from '../../core/graphs/differentiate.ts'
import { print } from '../../core/language/print.ts'
import { decodeLink } from '../../state/links/decodeLink.ts'
import { encodeLink } from '../../state/links/encodeLink.ts'
import { examples } from './examples.ts'

interface Numbers {
  readonly value: number
  readonly gradient: Readonly<Record<string, number>>
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
const softmax = [2, 1, 0.1].map((logit) => Math.exp(logit))
const [a = 0, b = 0, c = 0] = softmax.map((power) => power / softmax.reduce((s, p) => s + p))

/** Ten sigmoids of 0, and the product of their slopes. */
const chain = Array.from({ length: 10 }).reduce<readonly [number, number]>(
  ([y, slope]) => [sigmoid(y), slope * sigmoid(y) * (1 - sigmoid(y))],
  [0, 1],
)

const expected: Readonly<Record<string, Numbers>> = {
  'The lecture: 2(xy + max(z, w))': { value: -20, gradient: { x: -8, y: 6, z: 2, w: 0 } },
  'The same with a tie': { value: -20, gradient: { x: -8, y: 6, z: 1, w: 1 } },
  'One value, two paths': { value: -3, gradient: { x: 2, y: 3 } },
  'A perceptron': {
    value: Math.SQRT1_2,
    gradient: { w1: 1, w2: 0, x1: -1.5, x2: 0.5, b: 0.5 },
  },
  'micrograd’s README': {
    value: 24.70408163265306,
    gradient: { a: 138.83381924198252, b: 645.5772594752186 },
  },
  'A network, 2–2–1': {
    value: 0.39863150346715226,
    gradient: {
      ...{ x1: -0.4407821375160658, x2: 0.33080035752184467, y: 0.892895854472572 },
      ...{ w1: -0.6006779068222801, w2: -1.2013558136445601, b1: -0.6006779068222801 },
      ...{ w3: 0.35110796026231444, w4: 0.7022159205246289, b2: 0.35110796026231444 },
      ...{ w5: -0.17623560520401316, w6: -0.41262249399811235, b3: -0.892895854472572 },
    },
  },
  'Softmax with cross-entropy': { value: -Math.log(b), gradient: { a, b: b - 1, c } },
  'A gradient that vanishes': { value: chain[0], gradient: { x: chain[1] } },
  'A gradient that explodes': { value: 1024, gradient: { x: 1024, w: 5120 } },
  'On the kink': { value: 0, gradient: { x: 0, y: 0 } },
}

const experimentOf = (link: string) => {
  const { experiment, complaints } = decodeLink(graphParts, link)
  expect(complaints).toEqual([])
  return experiment as GraphExperiment
}

describe.each(examples)('$name', ({ name, link }) => {
  const experiment = experimentOf(link)
  const { graph, point } = prepareGraph(experiment)

  test('has its numbers', () => {
    const { value, gradient } = differentiate(experiment.f, point)
    const numbers = expected[name]
    expect(value).toBeCloseTo(numbers?.value ?? Number.NaN, 12)
    expect(Object.keys(gradient).sort()).toEqual(Object.keys(numbers?.gradient ?? {}).sort())
    for (const [variable, slope] of Object.entries(gradient))
      expect(slope, variable).toBeCloseTo(numbers?.gradient[variable] ?? Number.NaN, 12)
  })

  test('says where it starts in each of its variables, and nothing that it need not', () => {
    expect(Object.keys(experiment.start ?? {}).sort()).toEqual([...graph.loss.variables].sort())
    expect(link).toBe(encodeLink(graphParts, experiment))
    expect(experiment.f).toBe(anExpression.write(print(graph.loss.expression)))
    expect(link).toMatch(/^[\x21-\x7e]{1,600}$/)
  })
})

test('each has a name of its own', () => {
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length)
})

test('what vanishes and what explodes does', () => {
  expect(expected['A gradient that vanishes']?.gradient.x).toBeCloseTo(3.8752202320832585e-7, 18)
  expect(chain[0]).toBeCloseTo(0.6590458288354719, 14)
  expect([a, b, c]).toEqual(
    [0.6590011388859679, 0.2424329707047139, 0.09856589040931817].map((p) => expect.closeTo(p, 14)),
  )
})
