import { describe, expect, test } from 'vitest'
import { signs } from './insight/signs.ts'
import { type Architecture, makeNetwork, sizeOf } from './network.ts'
import { indexOfPlace, placeOfIndex, type WeightPlace } from './places.ts'
import { plainKernels } from './plainKernels.ts'

const networks: readonly Architecture[] = [
  { inputs: 2, hidden: [], activations: [], outputs: 1 },
  { inputs: 2, hidden: [4, 3], activations: ['tanh', 'relu'], outputs: 3 },
  { inputs: 1, hidden: [12, 1, 11], activations: ['elu', 'elu', 'elu'], outputs: 1 },
]

describe.each(networks)('of the network $inputs-$hidden-$outputs', (architecture) => {
  const { layers, parameters } = makeNetwork(architecture, 1, plainKernels)
  parameters.forEach((_, i) => {
    parameters[i] = i
  })

  test('every weight and bias is where the network itself keeps it', () => {
    for (const [layer, { units, inputs, weight, bias }] of layers.entries())
      for (let unit = 0; unit < units; unit++) {
        for (let input = 0; input < inputs; input++)
          expect(indexOfPlace(architecture, { layer, unit, input })).toBe(
            weight[unit * inputs + input],
          )
        expect(indexOfPlace(architecture, { layer, unit })).toBe(bias[unit])
      }
  })

  test('the place of an index leads back to it, and no two have one name', () => {
    const places = Array.from(parameters, (_, i) => placeOfIndex(architecture, i) as WeightPlace)
    expect(places.map((place) => indexOfPlace(architecture, place))).toEqual([...parameters])
    expect(new Set(places.map((place) => signs.parameter(place).text)).size).toBe(
      sizeOf(architecture),
    )
  })

  test('what is beyond the network has no place', () => {
    for (const index of [-1, 0.5, sizeOf(architecture), Number.NaN])
      expect(placeOfIndex(architecture, index)).toBeUndefined()
    const { units, inputs } = layers[0] ?? { units: 0, inputs: 0 }
    for (const [layer, unit, input] of [
      [-1, 0, 0],
      [layers.length, 0, 0],
      [0, units, 0],
      [0, 0, inputs],
      [0, 0, -1],
    ] as const)
      expect(indexOfPlace(architecture, { layer, unit, input })).toBeUndefined()
  })
})

test('a weight is named by its layer, its unit and what it multiplies', () => {
  expect(signs.parameter({ layer: 1, unit: 2, input: 0 })).toEqual({
    text: 'w⁽²⁾₃₁',
    latex: 'w^{(2)}_{31}',
  })
  expect(signs.parameter({ layer: 0, unit: 3 })).toEqual({
    text: 'b⁽¹⁾₄',
    latex: 'b^{(1)}_{4}',
  })
  expect(signs.parameter({ layer: 1, unit: 0, input: 11 })).toEqual({
    text: 'w⁽²⁾₁,₁₂',
    latex: 'w^{(2)}_{1,12}',
  })
})
