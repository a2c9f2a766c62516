import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classOf, largestIn, type Reading, scoresOf, shareIn } from './answers.ts'

const numbers = fc.double({ min: -30, max: 30, noNaN: true })
const shares = (answers: readonly number[], row: number, reading: Reading) => {
  const scores = scoresOf(answers, reading)
  return Array.from({ length: reading.classes }, (_, k) =>
    shareIn(scores, row * reading.classes, k, reading),
  )
}

describe('with cross-entropy', () => {
  const reading: Reading = { loss: 'cross-entropy', classes: 3 }

  test('shares are softmax', () => {
    // torch.softmax(torch.tensor([1., 2., 4.], dtype=torch.float64), 0)
    const expected = [0.0420100661, 0.1141951993, 0.8437947346]
    expect(shares([9, 9, 9, 1, 2, 4], 1, reading)).toEqual(
      expected.map((share) => expect.closeTo(share, 9)),
    )
  })

  test('the class is that of the largest answer, and shares of huge answers are finite', () => {
    expect(classOf([0, 0, 0, -1, 5, 2], 1, reading)).toBe(1)
    expect(shares([1000, -1000, 0], 0, reading)).toEqual([1, 0, 0])
  })
})

describe('with the mean squared error', () => {
  const reading: Reading = { loss: 'mse', classes: 3 }

  test.each([
    [-4, 0, [1, 0, 0]],
    [0.25, 0, [0.75, 0.25, 0]],
    [1, 1, [0, 1, 0]],
    [1.75, 2, [0, 0.25, 0.75]],
    [9, 2, [0, 0, 1]],
  ])('an answer of %d means class %d', (answer, meant, expected) => {
    expect(classOf([7, answer], 1, reading)).toBe(meant)
    expect(shares([7, answer], 1, reading)).toEqual(
      expected.map((share) => expect.closeTo(share, 6)),
    )
  })
})

test.each(['mse', 'cross-entropy'] as const)('with %s, scores say what answers say', (loss) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.array(numbers, { minLength: 6 }),
      (classes, some) => {
        const reading: Reading = { loss, classes }
        const row = shares(some, 0, reading)
        const most = Math.max(...row)
        expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 4)
        expect(row[classOf(some, 0, reading)]).toBeCloseTo(most, 4)
        expect(row[largestIn(scoresOf(some, reading), 0, classes)]).toBeCloseTo(most, 4)
      },
    ),
  )
})
