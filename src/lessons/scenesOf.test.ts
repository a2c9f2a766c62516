import { expect, test } from 'vitest'
import { lessonIds, textOf } from './index.ts'
import { scenesOf } from './scenesOf.ts'
import { parseLesson } from './text/parse.ts'

test('the scenes of a lesson are its steps, with what is said of them as plain words', () => {
  const scenes = scenesOf(
    parseLesson(`# T

## First

::scene{link="#/curve?f=x^2"}

The slope of $x^2$ is :claim[2]{of=slope@0}:

:::question{of=x@1 within=1}
And then?
::explanation
*Then* less.
:::

## Second

:::exercise{solution="#/curve"}
Do it.
:::
`),
  )
  expect(scenes).toEqual([
    {
      link: '#/curve?f=x^2',
      title: 'First',
      notes: 'The slope of x² is 2:\n\nAnd then?\n\nThen less.',
    },
    { link: '#/curve?f=x^2', title: 'Second', notes: '' },
  ])
})

test.each([...lessonIds])('of %s each has a link', async (id) => {
  for (const { link, title } of scenesOf(parseLesson(await textOf(id)))) {
    expect(link).toMatch(/^#\/\w+/)
    expect(title).not.toBe('')
  }
})
