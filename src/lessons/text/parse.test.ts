import { expect, test } from 'vitest'
import { claimsOf } from './claimsOf.ts'
import { LessonError } from './nodes.ts'
import { parseLesson } from './parse.ts'
import { questionsOf } from './questionsOf.ts'

const scene = '::scene{link="#/curve?f=x^2&run=sgd(lr=0.1)"}'
const end = ':::exercise{solution="#/curve?f=x^2"}\nDo it.\n:::'
const lesson = (...steps: readonly string[]) =>
  ['# A title', 'What it is about.', ...steps, end].join('\n\n')

const questions = `
:::question{place=x@1 within=0.3}
Where?
::explanation
There.
:::

:::question{of=2.f@last within=0.05 before="#/curve?f=x^2&steps=0"}
How low?
::explanation
So low.
:::

:::question{ending=outcome}
How does it end?
::explanation
So.
:::

:::question
Which?
- [ ] The \`one\`

  One may think so.
- [x] The other
::explanation
It is.
:::
`

test('a lesson has a title, words about it, and steps with words, questions and a scene', () => {
  const { title, summary, steps, exercise } = parseLesson(
    lesson('## First', scene, 'Words.', questions, 'More.', '## Second'),
  )
  expect(title).toBe('A title')
  expect(summary).toHaveLength(1)
  expect(steps.map((step) => step.title)).toEqual(['First', 'Second'])
  expect(steps[0]?.blocks.map(({ kind }) => kind)).toEqual([
    'prose',
    ...Array(4).fill('question'),
    'prose',
  ])
  expect(steps[1]?.scene).toEqual(steps[0]?.scene)
  expect(exercise.solution).toBe('#/curve?f=x^2')
})

test('questions ask for a place, a number, an ending or a choice', () => {
  const [step] = parseLesson(lesson('## First', scene, questions)).steps
  const [place, number, ending, choice] = questionsOf(step as NonNullable<typeof step>)
  expect(place).toMatchObject({ kind: 'place', within: 0.3, fact: { run: 0, name: 'x', at: 1 } })
  expect(number).toMatchObject({ kind: 'number', within: 0.05, fact: { run: 1, at: 'last' } })
  expect(number?.before).toBe('#/curve?f=x^2&steps=0')
  expect(ending).toMatchObject({ kind: 'outcome', fact: { name: 'outcome' } })
  expect(choice).toMatchObject({ kind: 'choice', options: [{ isRight: false }, { isRight: true }] })
  if (choice?.kind !== 'choice') throw new Error('It is a choice')
  expect(choice.options.map(({ because }) => because.length)).toEqual([1, 0])
  expect(choice.options[1]?.words).toMatchObject([{ type: 'text', value: 'The other' }])
})

test.each([
  ['no title', '## Step', 'A lesson begins with its title'],
  ['no step', '# A title', 'A lesson has steps'],
  ['no exercise', `# A title\n\n## Step\n\n${scene}`, 'A lesson has an exercise'],
  ['no scene', lesson('## Step'), 'Line 5: The first step has a scene'],
  ['two scenes', lesson('## Step', scene, scene), 'Line 9: A step has one scene'],
  ['a scene without a link', lesson('## Step', '::scene'), 'Line 7: A scene has a link'],
  [
    'an unknown panel',
    lesson('## Step', '::scene{link="#/curve" panels=knobs}'),
    'no panel `knobs`',
  ],
  [
    'a question that nothing answers',
    lesson('## Step', scene, ':::question\nHm?\n::explanation\nSo.\n:::'),
    'Line 9: A question has a list of answers',
  ],
  [
    'two right answers',
    lesson('## Step', scene, ':::question\n- [x] a\n- [x] b\n\n::explanation\nSo.\n:::'),
    'Line 10: Of the answers of a question exactly one is marked as right',
  ],
  [
    'no explanation',
    lesson('## Step', scene, ':::question{ending=outcome}\nHm?\n:::'),
    'Line 9: A question is followed by its explanation',
  ],
  [
    'a word that no lesson knows',
    lesson('## Step', scene, ':::qestion{of=x@1 within=1}\nHm?\n:::'),
    'Line 9: A lesson knows no `:::qestion`: there are `:::goals`, `:::question`',
  ],
  ['a film', lesson('## Step', scene, '::video{link="a.mp4"}'), 'A lesson knows no `::video`'],
  ['an explanation of nothing', lesson('## Step', scene, '::explanation'), 'stands in a question'],
  [
    'lists without end',
    lesson(
      '## Step',
      scene,
      Array.from({ length: 50 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    ),
    'too deep within each other',
  ],
  [
    'a fact that is none',
    lesson('## Step', scene, ':::question{of=x@@ within=1}\nHm?\n::explanation\nSo.\n:::'),
    'Line 9: `x@@` is no fact',
  ],
])('%s is said in a sentence, with its line', (_, text, words) => {
  expect(() => parseLesson(text)).toThrow(LessonError)
  expect(() => parseLesson(text)).toThrow(words)
})

test('a claim that cannot be read is said with its line too', () => {
  const [step] = parseLesson(lesson('## Step', scene, 'It is :claim[3]{at=x}.')).steps
  expect(() => claimsOf(step as NonNullable<typeof step>)).toThrow('Line 9: The claim “3”')
})
