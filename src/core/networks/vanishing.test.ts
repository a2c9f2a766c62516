import { describe, expect, test } from 'vitest'
import { layerName, vanishing, vanishingInWords } from './vanishing.ts'

const layers = (norms: readonly number[], ratio = 1e-3) =>
  norms.map((gradientNorm) => ({ gradientNorm, ratio }))
const words = (norms: readonly number[], ratio?: number) => {
  const found = vanishing(layers(norms, ratio))
  return found && vanishingInWords(found)
}

describe('the gradient along the layers', () => {
  test('is told where it vanishes, for the layer where it is smallest', () => {
    expect(words([1e-3, 5e-3, 0.2, 1.2], 1e-7)).toBe(
      'The gradient of hidden layer 1 is 1,200 times smaller than that of the output layer: it hardly learns.',
    )
    expect(words([1e-3, 1.2], Number.NaN)).toMatch('it hardly learns')
  })

  test('is made up for where an optimizer steps by as much all the same', () => {
    expect(words([1, 1e-9, 1])).toBe(
      'The gradient of hidden layer 2 is 10⁹ times smaller than that of the output layer: this optimizer makes up for it, plain SGD would not.',
    )
  })

  test('is told where it explodes, and where nothing arrives', () => {
    expect(words([500, 20, 1])).toMatch('hidden layer 1 is 500 times larger')
    expect(words([0.1, 0, 1])).toMatch('hidden layer 2 is 0: nothing reaches it')
  })

  test('says nothing where all is well, with one layer, at a flat place, and of what is not finite', () => {
    for (const norms of [[0.1, 0.5, 1], [1], [0, 0], [], [Number.NaN, 1], [1, Infinity]])
      expect(vanishing(layers(norms)), String(norms)).toBe(undefined)
  })
})

test('layers are named by their place', () => {
  expect([0, 1, 2].map((layer) => layerName(layer, 3))).toEqual([
    'hidden layer 1',
    'hidden layer 2',
    'output layer',
  ])
})
