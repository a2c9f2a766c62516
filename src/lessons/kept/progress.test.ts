import { beforeEach, describe, expect, test } from 'vitest'
import { forget, keyOf, noteAnswer, noteSeen, progress, wellFormed } from './progress.ts'

const given = { said: 3, truth: 3.1, score: 'right' } as const

beforeEach(() => {
  forget()
})

describe('progress', () => {
  test('knows which steps were seen, the last one last', () => {
    for (const step of [1, 2, 3, 2]) noteSeen('soda', step)
    expect(progress.getState().soda?.seen).toEqual([1, 3, 2])
  })

  test('knows answers, until they are tried again', () => {
    noteAnswer('soda', keyOf(2, 1), given)
    expect(progress.getState().soda?.answers).toEqual({ '2.1': given })
    noteAnswer('soda', keyOf(2, 1))
    expect(progress.getState().soda?.answers).toEqual({})
  })

  test('is forgotten, and comes back', () => {
    noteSeen('soda', 1)
    noteSeen('trap', 1)
    const bring = forget()
    expect(progress.getState()).toEqual({})
    bring()
    forget('soda')
    expect(Object.keys(progress.getState())).toEqual(['trap'])
  })
})

test.each([
  ['nothing', undefined, {}],
  ['a list', [1], {}],
  ['a lesson that is a word', { soda: 'all of it' }, {}],
  [
    'steps that are none',
    { soda: { seen: [1, 0, 'x', 1.5, 1] } },
    { soda: { seen: [1], answers: {} } },
  ],
  [
    'answers that are none',
    {
      soda: {
        seen: 7,
        answers: { '1.1': given, '1.2': { said: 1 }, '1.3': { ...given, score: 'great' } },
      },
    },
    { soda: { seen: [], answers: { '1.1': given } } },
  ],
])('of what was kept only what has the right form counts: %s', (_, kept, known) => {
  expect(wellFormed(kept)).toEqual(known)
})
