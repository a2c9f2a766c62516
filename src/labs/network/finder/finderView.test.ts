import { expect, test } from 'vitest'
import type { Trial } from '../../../core/studies/rateTrials.ts'
import { finderView, linePath, marksOf, nearest } from './finderView.ts'

const size = { width: 400, height: 160, text: 13 }
const trial = (rate: number, loss: number, kind: Trial['kind'] = 'trained'): Trial => ({
  ...{ rate, kind, step: 40, epoch: 20 },
  ...{ before: { loss: 1 }, after: { loss } },
})
const trials = [
  trial(0.001, 0.9),
  trial(0.01, 0.1),
  trial(0.1, 1e9),
  trial(1, Number.NaN, 'diverged'),
]
const rates = trials.map(({ rate }) => rate)

test.each([false, true])('marks lie inside the picture, on either scale', (isLog) => {
  const view = finderView(size, { rates, trials }, isLog)
  const marks = marksOf(trials, view)
  expect(marks.map(({ kind }) => kind)).toEqual(['trained', 'trained', 'beyond', 'diverged'])
  for (const { x, y } of marks) {
    expect(x).toBeGreaterThan(view.margins.left)
    expect(x).toBeLessThan(size.width - view.margins.right)
    expect(y).toBeGreaterThanOrEqual(view.margins.top)
    expect(y).toBeLessThanOrEqual(size.height - view.margins.bottom)
  }
  const gaps = marks.slice(1).map(({ x }, i) => x - (marks[i]?.x ?? 0))
  for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6)
})

test('a loss of 0 lies on the lower edge', () => {
  const some = [trial(0.1, 0.5), trial(1, 0)]
  const view = finderView(size, { rates: [0.1, 1], trials: some }, true)
  expect(marksOf(some, view)[1]).toMatchObject({
    kind: 'trained',
    y: Math.max(...view.y.range()),
  })
})

test('the line ends where a training diverged', () => {
  const view = finderView(size, { rates, trials }, false)
  const path = linePath(marksOf([...trials, trial(10, 0.5)], view))
  expect(path.match(/[ML]/g)?.join('')).toBe('MLLM')
})

test('the nearest mark is the one that is read', () => {
  const marks = [{ x: 10 }, { x: 30 }, { x: 80 }]
  expect([0, 19, 21, 70, 500].map((pixel) => nearest(marks, pixel))).toEqual([0, 0, 1, 2, 2])
  expect(nearest([], 5)).toBe(-1)
})

test('without a trial the picture has its rates', () => {
  const view = finderView(size, { rates, trials: [] }, true)
  expect(view.x(0.01)).toBeGreaterThan(view.x(0.001))
  expect(marksOf([], view)).toEqual([])
})
