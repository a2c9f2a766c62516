import { expect, test } from 'vitest'
import { openLesson, own } from './own.ts'

const written = (scene: string, solution: string) =>
  new File(
    [
      `# A lesson\n\nOf its own.\n\n## First\n\nLook.\n\n::scene{link="${scene}"}\n\n:::exercise{solution="${solution}"}\nDo it.\n:::\n`,
    ],
    'mine.md',
  )
const namesLab = (link: string) => link.startsWith('#/curve')

test.each([
  ['a scene', '#/nowhere', '#/curve?f=x^2', 'In “First”, no lab is named by `#/nowhere`'],
  [
    'a solution',
    '#/curve?f=x^2',
    '#/nowhere',
    'The solution of the exercise names no lab: `#/nowhere`',
  ],
])('%s that no lab can show is told, and nothing is opened', async (_, scene, solution, told) => {
  expect(await openLesson(written(scene, solution), namesLab)).toBe(
    `mine.md is no lesson yet. ${told}`,
  )
  expect(own.getState().opened).toBeUndefined()
})
