import { describe, expect, test } from 'vitest'
import { apartTexts, commonPart } from './apart.ts'
import { figuresFor, plain } from './number.ts'

describe('numbers of marks', () => {
  test.each<[number[], number | undefined, string[], string | undefined]>([
    [[0.1, 1, 10], 0, ['0.1', '1', '10'], undefined],
    [[1e5 + 0.1, 1e5 + 1, 1e5 + 10], 1e5, ['0.1', '1', '10'], ' − 10⁵'],
    [[100.0001, 100.001, 100.01], 100, ['10⁻⁴', '0.001', '0.01'], ' − 100'],
    [[-1e6 + 1, -1e6 + 2, -1e6 + 3], -1e6, ['1', '2', '3'], ' − (−10⁶)'],
    [[2.52643, 2.52644, 2.52645], undefined, ['0', '10⁻⁵', '2·10⁻⁵'], ' − 2.52643'],
  ])('%j, above %j', (values, from, texts, taken) => {
    const told = apartTexts(values, 3, from)
    expect(told.texts).toEqual(texts)
    expect(told.taken).toBe(taken)
  })

  test('are never the same text where they are not the same number', () => {
    for (let power = 0; power <= 12; power++) {
      const values = [1, 2, 3, 4, 5, 6, 7].map((i) => 1e5 + i * 10 ** (2 - power))
      const { texts } = apartTexts(values, 3, 1e5)
      if (10 ** (2 - power) > 1e-8) expect(new Set(texts).size).toBe(7)
      const figures = figuresFor(values, 4)
      const exactly = values.map((value) => plain(value, figures))
      if (10 ** (2 - power) > 1e-7) expect(new Set(exactly).size).toBe(7)
    }
  })

  test('that are equal but for rounding need no more figures', () => {
    expect(figuresFor([0.1607, 0.1607 + 1e-15, 4.435], 4)).toBe(4)
    expect(figuresFor([1.00001, 1.00002], 4)).toBe(6)
  })
})

describe('what a column has in common', () => {
  test.each([
    [[100006, 100000.5, 100000.002], 1e5],
    [[100.02, 100.01, 100], 100],
    [[-1000.001, -1000.0005], -1000.001],
    [[8, 6, 4], undefined],
    [[3, 3, 3], undefined],
    [[0, 0], undefined],
    [[Number.NaN], undefined],
    [[1, 1 + 1e-15], undefined],
  ])('%j', (values, common) => {
    expect(commonPart(values)).toBe(common)
  })
})
