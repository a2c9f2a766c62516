import { describe, expect, test } from 'vitest'
import { sliceOf } from '../../core/analysis/slice.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { labelsOf } from './sliceLabels.ts'
import { marksOf, sliceInWords, sliceView } from './sliceView.ts'

const size = { width: 500, height: 220, text: 13 }
const own = { along: 'gradient', isTaken: true } as const
/** φ(η) = (1 − 2η)²: the best η is 1/2. */
const bowl = (lr: number) => sliceOf(readLoss('x^2'), { at: [1], direction: [-2], lr })

describe('the marks of a slice', () => {
  test('stand at the learning rate and at the best one, at the height of the curve', () => {
    const slice = bowl(0.25)
    const view = sliceView(size, slice)
    const marks = marksOf(slice, view, own)
    expect(marks.map(({ kind }) => kind)).toEqual(['present', 'best', 'parabola'])
    expect(marks[0]?.text).toBe('now η = 0.25')
    expect(view.y.invert(marks[0]?.y as number)).toBeCloseTo(0.25, 10)
    expect(view.x.invert(marks[1]?.x as number)).toBeCloseTo(0.5, 10)
  })
  test('a learning rate behind the picture stands at its edge and says so', () => {
    const slice = bowl(100)
    const [present] = marksOf(slice, sliceView(size, slice), own)
    expect(present).toMatchObject({ text: 'now η = 100 →', x: 488, y: undefined })
  })
  test('one that leads above the picture says where to', () => {
    const slice = bowl(2)
    const [present] = marksOf(slice, sliceView(size, slice), own)
    expect(present).toMatchObject({ text: 'now η = 2: f = 9 ↑', y: undefined })
  })
  test('of another optimizer the gradient’s is plain gradient descent', () => {
    const slice = bowl(0.25)
    const [present] = marksOf(slice, sliceView(size, slice), { ...own, isTaken: false })
    expect(present?.text).toBe('plain gradient descent with η = 0.25')
  })
})

test('its depth fills the picture although it rises without end', () => {
  const slice = bowl(2)
  const [low = 0, high = 0] = sliceView(size, slice).y.domain()
  expect(low).toBeLessThan(0)
  expect(high).toBeGreaterThan(1)
  expect(high).toBeLessThan(4)
})

test('its words do not lie on each other', () => {
  const slice = bowl(0.25)
  const view = sliceView(size, slice)
  const boxes = labelsOf(slice, marksOf(slice, view, own), view).map(({ box }) => box)
  expect(boxes).toHaveLength(5)
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      const isApart =
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y
      expect(isApart).toBe(true)
    }
  })
})

test('in a sentence it has all of its numbers', () => {
  expect(sliceInWords(bowl(0.25), own)).toBe(
    'The loss against the gradient: f = 1 here; the next step with η = 0.25, f = 0.25; best at η = 0.5, f = 0; the parabola is lowest at η = 0.5, f = 0',
  )
})
