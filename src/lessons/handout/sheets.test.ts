import { describe, expect, test } from 'vitest'
import { lessonIds, textOf } from '../index.ts'
import { parseLesson } from '../text/parse.ts'
import { questionsOf } from '../text/questionsOf.ts'
import { keyOf, sheetsOf, wantedOf } from './sheets.ts'

const lesson = parseLesson(`# T

## Seen

::scene{link="#/curve?f=x^2&steps=9"}

It falls.

## Asked

::scene{link="#/curve?f=x^2&steps=9&start=2"}

:::question{of=x@3 within=1}
Where?
::explanation
There.
:::

:::question{ending=outcome}
How?
::explanation
So.
:::

## Asked of a graph

::scene{link="#/graph?f=x*y&at=1"}

:::question{of=f within=1}
How much?
::explanation
So much.
:::

:::exercise{solution="#/curve"}
Do it.
:::
`)
const [seen, asked, ofGraph] = sheetsOf(lesson)

test('a scene that asks nothing stands at its end', () => {
  expect(seen?.before).toEqual({ link: '#/curve?f=x^2&steps=9', isAtEnd: true })
  expect(seen?.whole).toEqual(seen?.before)
})

test('of a scene that asks there is what was before, and where answers are all of it', () => {
  expect(asked?.before).toEqual({ link: '#/curve?f=x^2&start=2&steps=2&at=2', isAtEnd: false })
  expect(asked?.whole).toEqual({ link: '#/curve?f=x^2&steps=9&start=2', isAtEnd: true })
  expect(ofGraph?.before).toEqual({ link: '#/graph?f=x*y&at=1', isAtEnd: false })
})

test('questions are counted through the lesson', () => {
  expect(sheetsOf(lesson).map(({ questions }) => questions.map(({ number }) => number))).toEqual([
    [],
    [1, 2],
    [3],
  ])
})

test('each figure is drawn once, with the questions that it answers', () => {
  const wanted = wantedOf(sheetsOf(lesson))
  expect(wanted.map(({ isAtEnd, answers }) => [isAtEnd, answers.length])).toEqual([
    [true, 0],
    [false, 0],
    [true, 2],
    [false, 1],
  ])
})

describe.each([...lessonIds])('of %s', (id) => {
  test('every question is answered by some figure', async () => {
    const { steps } = parseLesson(await textOf(id))
    const wanted = wantedOf(sheetsOf({ steps }))
    expect(wanted.flatMap(({ answers }) => answers)).toHaveLength(steps.flatMap(questionsOf).length)
    expect(new Set(wanted.map(keyOf)).size).toBe(wanted.length)
  })
})
