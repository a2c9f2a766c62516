import { describe, expect, test } from 'vitest'
import { readFact } from '../facts/fact.ts'
import type { Block, Question } from '../text/lesson.ts'
import { linkWith, seenOf } from './cut.ts'

const asked = { prompt: [], explanation: [] }
const number = (fact: string, before?: string): Question => ({
  ...asked,
  kind: 'number',
  fact: readFact(fact),
  within: 1,
  ...(before !== undefined && { before }),
})
const outcome: Question = { ...asked, kind: 'outcome', fact: readFact('outcome') }
const choice: Question = { ...asked, kind: 'choice', options: [] }

const curve = '#/curve?f=x^2&steps=40&run=sgd(lr=0.1)'

/** What is seen of a scene whose first questions are answered, so many. */
const seen = (questions: readonly Question[], answered: number, link = curve, isKnown = false) =>
  seenOf(
    {
      scene: { link, panels: ['plot'] },
      blocks: questions.map((question): Block => ({ kind: 'question', question })),
    },
    { isAnswered: (i) => i < answered, isKnown },
  )
const upTo = (k: number) => `#/curve?f=x^2&run=sgd(lr=0.1)&steps=${k}&at=${k}`

test('keys of a link get other values, and the others stay as they are written', () => {
  expect(linkWith('#/curve?f=x^2&at=3&run=sgd(lr=1)&rule=x=x-g', { at: 5 })).toBe(
    '#/curve?f=x^2&run=sgd(lr=1)&rule=x=x-g&at=5',
  )
  expect(linkWith('#/curve', { steps: 0 })).toBe('#/curve?steps=0')
})

describe('of a descent is seen', () => {
  test('all of it where nothing is asked, or everything answered', () => {
    expect(seen([], 0)).toEqual({ link: curve, isWhole: true, isPlayable: true })
    expect(seen([number('x@3')], 1)).toMatchObject({ link: curve, isWhole: true })
  })

  test('what was before the step that is asked for', () => {
    expect(seen([number('x@3')], 0)).toMatchObject({ link: upTo(2), isWhole: false, upTo: 2 })
    expect(seen([number('x@1')], 0)).toMatchObject({ link: upTo(0), isPlayable: false })
    expect(seen([number('x@0')], 0)).toMatchObject({ link: upTo(0) })
  })

  test('the start where the end is asked for, or a choice is to be made', () => {
    for (const question of [outcome, choice, number('f@last')])
      expect(seen([question], 0)).toMatchObject({ link: upTo(0), isWhole: false })
  })

  test('what an answer has shown, while something after it is asked', () => {
    expect(seen([number('x@3'), outcome], 1)).toMatchObject({ link: upTo(3), isWhole: false })
    expect(seen([number('x@3'), number('x@9')], 1)).toMatchObject({ link: upTo(8) })
    expect(seen([outcome, number('f@last')], 1)).toMatchObject({ link: curve, isWhole: true })
  })

  test('all of it where a step before has shown it and only a choice is to be made', () => {
    expect(seen([choice], 0, curve, true)).toMatchObject({ link: curve, isWhole: true })
    expect(seen([outcome], 0, curve, true)).toMatchObject({ isWhole: false })
  })
})

test('what a question wants to be seen before is seen before', () => {
  const other = '#/curve?f=x^2&steps=5'
  expect(seen([number('x@3', other)], 0)).toEqual({
    link: other,
    isWhole: false,
    isPlayable: true,
  })
  expect(seen([number('x@3', other)], 1).link).toBe(curve)
})

test('trainings and graphs are not cut, but nothing of them is played', () => {
  for (const link of ['#/network?data=xor&epochs=60', '#/graph?f=x*y'])
    expect(seen([choice], 0, link)).toEqual({ link, isWhole: false, isPlayable: false })
})
