import { describe, expect, test } from 'vitest'
import { differentiate } from '../../graphs/differentiate.ts'
import { limits } from '../../limits.ts'
import { type Activation, activations } from '../activations.ts'
import { type LossName, lossNames } from '../losses.ts'
import { placeOfIndex, type WeightPlace } from '../places.ts'
import { arrivingAt, chainOf, type Products, sumOf } from './chain.ts'
import { graphExpressionOf } from './graphText.ts'
import { lossOf, networkOf } from './model.ts'
import { passOf } from './pass.ts'

const shape = { inputs: 2, hidden: [3, 2], outputs: 2 }
const parameters = Float64Array.from({ length: 23 }, (_, i) => Math.sin(2 * i + 1))
const input = Float64Array.of(0.7, -0.4)
const targets = { mse: Float64Array.of(0.3, 0), 'cross-entropy': Float64Array.of(1) }

const modelOf = (activation: Activation) => ({
  architecture: { ...shape, activations: [activation, activation] },
  parameters,
})
const passing = (activation: Activation, loss: LossName) =>
  passOf(modelOf(activation), { input, target: targets[loss], loss })

const cases = activations.flatMap((activation) => lossNames.map((loss) => ({ activation, loss })))

describe.each(cases)('$activation with $loss', ({ activation, loss }) => {
  const pass = passing(activation, loss)
  const network = networkOf(modelOf(activation), 1)
  const examples = { inputs: input, targets: targets[loss], count: 1 }
  const value = lossOf(network, examples, { loss, slopes: true })

  test('by hand comes to what the network comes to', () => {
    expect(pass.value).toBeCloseTo(value, 14)
    pass.layers.forEach((layer, l) => {
      layer.z.forEach((z, unit) => {
        expect(z).toBeCloseTo(network.layers[l]?.z[unit] as number, 14)
      })
    })
    parameters.forEach((own, index) => {
      const { gradient, parameter } = chainOf(
        pass,
        placeOfIndex(pass.architecture, index) as WeightPlace,
      )
      expect(parameter.value).toBe(own)
      expect(gradient.value).toBeCloseTo(network.gradient[index] as number, 14)
    })
  })

  test('every sum is the sum of its terms', () => {
    const comesTo = ({ terms, bias }: Products) =>
      terms.reduce((sum, [a, b]) => sum + a.value * b.value, 0) + (bias?.value ?? 0)
    pass.layers.forEach(({ z, byOutput }, l) => {
      z.forEach((own, unit) => {
        expect(comesTo(sumOf(pass, l, unit))).toBe(own)
        if (l + 1 < pass.layers.length)
          expect(comesTo(arrivingAt(pass, l, unit))).toBe(byOutput[unit])
      })
    })
  })

  test('every link of the chain is the product of those before it', () => {
    const chain = chainOf(pass, { layer: 1, unit: 0, input: 2 })
    expect(chain.byOutput.value * chain.slope.value).toBeCloseTo(chain.delta.value, 15)
    expect(chain.delta.value * (chain.input?.value as number)).toBe(chain.gradient.value)
  })

  test('the graph lab finds the same loss and the same slopes', () => {
    parameters.forEach((_, index) => {
      const place = placeOfIndex(pass.architecture, index) as WeightPlace
      const found = graphExpressionOf(pass, place)
      expect(found?.f.length).toBeLessThanOrEqual(limits.expression.most)
      const { value: seen, gradient } = differentiate(found?.f ?? '', found?.start ?? {})
      expect(seen).toBeCloseTo(value, 3)
      const own = chainOf(pass, place)
      const names = Object.entries(found?.parameters ?? {})
      const [variable = ''] = names.find(([, { text }]) => text === own.parameter.sign.text) ?? []
      expect(gradient[variable]).toBeCloseTo(own.gradient.value, 3)
    })
  })
})

test('names count from 1', () => {
  const pass = passing('tanh', 'mse')
  const { parameter, gradient, input: given } = chainOf(pass, { layer: 0, unit: 1, input: 0 })
  expect([parameter.sign.text, parameter.sign.latex]).toEqual(['w⁽¹⁾₂₁', 'w^{(1)}_{21}'])
  expect([gradient.sign.text, given?.sign.text]).toEqual(['∂L/∂w⁽¹⁾₂₁', 'x₁'])
  expect(chainOf(pass, { layer: 2, unit: 1 }).parameter.sign.text).toBe('b⁽³⁾₂')
})

test('indices of more digits are told apart', () => {
  const wide = { inputs: 12, hidden: [], activations: [], outputs: 1 }
  const model = { architecture: wide, parameters: new Float64Array(13) }
  const pass = passOf(model, { input: new Float64Array(12), target: [0], loss: 'mse' })
  expect(chainOf(pass, { layer: 0, unit: 0, input: 10 }).parameter.sign.text).toBe('w⁽¹⁾₁,₁₁')
})

test('shares of classes are there where classes are', () => {
  const { shares, output } = passing('elu', 'cross-entropy')
  const powers = output.map(Math.exp)
  expect(shares?.[0]).toBeCloseTo(
    (powers[0] as number) / ((powers[0] as number) + (powers[1] as number)),
    14,
  )
  expect(passing('elu', 'mse').shares).toBeUndefined()
})

test('a small network is a small expression', () => {
  const model = {
    architecture: { inputs: 1, hidden: [1], activations: ['tanh'] as const, outputs: 1 },
    parameters: [0.5, -0.25, 2, 0],
  }
  const pass = passOf(model, { input: [3], target: [1], loss: 'mse' })
  expect(graphExpressionOf(pass, { layer: 0, unit: 0, input: 0 })).toEqual({
    f: '(2*tanh(w11*3 + b1) - 1)^2',
    start: { w11: 0.5, b1: -0.25 },
    parameters: {
      w11: { latex: 'w^{(1)}_{11}', text: 'w⁽¹⁾₁₁' },
      b1: { latex: 'b^{(1)}_{1}', text: 'b⁽¹⁾₁' },
    },
  })
})

test('where nothing has room there is no expression', () => {
  const wide = { inputs: 1, hidden: [200, 200], activations: ['tanh', 'tanh'] as const, outputs: 1 }
  const count = 2 * 200 + 201 * 200 + 201
  const model = { architecture: wide, parameters: new Float64Array(count).fill(0.1234567) }
  const pass = passOf(model, { input: [1], target: [0], loss: 'mse' })
  expect(graphExpressionOf(pass, { layer: 0, unit: 0, input: 0 })).toBeUndefined()
  expect(graphExpressionOf(pass, { layer: 2, unit: 0, input: 0 })?.f).toMatch(
    /^\(w11\*.+ [-+] .+\)\^2$/,
  )
})
