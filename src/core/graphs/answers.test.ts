import { describe, expect, test } from 'vitest'
import { askedAt, judgeAnswer } from './answers.ts'
import { readGraph } from './graph.ts'
import { namesOf } from './names.ts'
import { backward, forward, type Point } from './passes.ts'
import { stagesOf } from './stages.ts'

function asking(f: string, point: Point) {
  const graph = readGraph(f)
  const values = forward(graph, point)
  const passes = { values, ...backward(graph, values) }
  const names = namesOf(graph)
  const place = (text: string) => names.findIndex((name) => name.text === text)
  return {
    graph,
    passes,
    stages: stagesOf(graph),
    named: (i: number) => names[i]?.text,
    judge: (text: string, answer: number) => judgeAnswer(graph, passes, names, place(text), answer),
  }
}

const lecture = asking('2*(x*y + max(z, w))', { x: 3, y: -4, z: 2, w: -1 })

test('every variable and every node but f and the numbers is asked for once, on the way back', () => {
  for (const f of ['2*(x*y + max(z, w))', 'x*x + x', 'relu(a*b + c)*a']) {
    const { graph, stages, named } = asking(f, { x: 1, y: 1, z: 1, w: 1, a: 1, b: 1, c: 1 })
    const asked = stages.flatMap((_, at) => askedAt(graph, stages, at)).map(named)
    const all = graph.nodes.flatMap(({ operation, uses }, i) =>
      operation === 'constant' || !uses.length ? [] : [named(i)],
    )
    expect(asked.toSorted()).toEqual(all.toSorted())
  }
})

test('nothing is asked for on the way forward', () => {
  expect(askedAt(lecture.graph, lecture.stages, 0)).toEqual([])
})

describe('answers', () => {
  test.each([
    ['x', -8],
    ['y', 6],
    ['z', 2],
    ['w', 0],
    ['x', -8.04],
  ])('%s: %d is right', (name, answer) => {
    expect(lecture.judge(name, answer).isRight).toBe(true)
  })

  test.each([
    ['x', 8, 'sign'],
    ['x', -4, 'local derivative ∂v₁/∂x. Multiply it by what arrives at v₁: 2'],
    ['x', 2, 'what arrives at v₁'],
    ['x', 3, 'value of x'],
    ['x', 5, 'Not yet: multiply what arrives at v₁, 2,'],
    ['w', 1, 'Not yet'],
    ['x', Number.NaN, 'Type a number'],
  ])('%s: %d is wrong: %s', (name, answer, words) => {
    const judged = lecture.judge(name, answer)
    expect(judged.isRight).toBe(false)
    expect(judged.words).toContain(words)
  })

  test('of several paths one is not enough', () => {
    const { judge } = asking('x*x + x', { x: 3 })
    expect(judge('x', 3).words).toContain('used 3 times')
    expect(judge('x', 7)).toMatchObject({ isRight: true })
  })

  test('where it is infinite only that is right', () => {
    const { judge } = asking('sqrt(x)', { x: 0 })
    expect(judge('x', -7).isRight).toBe(false)
    expect(judge('x', 0).isRight).toBe(false)
    expect(judge('x', Number.POSITIVE_INFINITY).isRight).toBe(true)
  })

  test('f gives by its own slope, which is not the one that is asked for', () => {
    expect(lecture.judge('v₃', 7).words).toContain('∂v₄/∂v₃')
  })
})
