import { expect, test } from 'vitest'
import type { Question } from '../text/lesson.ts'
import { scoreOf } from './score.ts'
import { verdictOn } from './verdict.ts'

const asked = { prompt: [], explanation: [] }
const fact = { text: 'x@1', run: 0, name: 'x', at: 1 }
const number: Question = { ...asked, kind: 'number', fact, within: 0.1 }
const place: Question = { ...asked, kind: 'place', fact, within: 0.1 }
const outcome: Question = { ...asked, kind: 'outcome', fact }
const choice: Question = { ...asked, kind: 'choice', options: [] }

test.each([
  [1.1, 'right'],
  [0.9, 'right'],
  [1.2, 'close'],
  [0.8, 'close'],
  [1.21, 'other'],
  [-1, 'other'],
] as const)('of a number that is 1, within 0.1, %d is %s', (said, score) => {
  expect(scoreOf(number, said, 1)).toBe(score)
  expect(scoreOf(place, said, 1)).toBe(score)
})

test('an ending or a choice is right or not', () => {
  expect(scoreOf(outcome, 'diverged', 'diverged')).toBe('right')
  expect(scoreOf(outcome, 'stuck', 'converged')).toBe('other')
  expect(scoreOf(choice, 0, 0)).toBe('right')
  expect(scoreOf(choice, 1, 0)).toBe('other')
})

test('what a scene does not say counts for nobody', () => {
  expect(scoreOf(number, 1, '')).toBe('other')
  expect(scoreOf(number, 0, '')).toBe('other')
  expect(scoreOf({ ...number, within: 1 }, 2, '')).toBe('other')
})

test('a verdict says what is so, and what was said if that was something else', () => {
  const of = (question: Question, said: number | string, truth: number | string) =>
    verdictOn(question, { said, truth, score: scoreOf(question, said, truth) })
  expect(of(number, 1.05, 1)).toBe('Right: it is 1.')
  expect(of(place, 1.2, 1)).toBe('Close: x is 1, you said 1.2.')
  expect(of(number, -3, 1)).toBe('Not this time: it is 1, you said −3.')
  expect(of(outcome, 'stuck', 'diverged')).toBe('Not this time: it diverges.')
  expect(of(choice, 1, 1)).toBe('Right.')
  expect(of(number, 1, '')).toBe('Not this time: the scene does not say.')
})
