// Every lesson: its form, its links, and what it claims against what its scenes compute.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { objectionTo } from './facts/claim.ts'
import { resultsOfLink } from './facts/test/resultsOfLink.ts'
import { lessonIds, textOf } from './index.ts'
import { claimsOf } from './text/claimsOf.ts'
import type { Lesson, Step } from './text/lesson.ts'
import { parseLesson } from './text/parse.ts'
import { questionsOf } from './text/questionsOf.ts'

/** What of a step's claims is not so. */
const objectionsTo = (step: Step) => {
  const results = resultsOfLink(step.scene.link)
  return claimsOf(step).flatMap((claim) => objectionTo(claim, results) ?? [])
}

const lessons: readonly (readonly [string, Lesson])[] = await Promise.all(
  lessonIds.map(async (id) => [id, parseLesson(await textOf(id))] as const),
)

describe.each(lessons)('%s', (_, lesson) => {
  test('has goals, five to twelve steps, at least three questions, an exercise and its sources', () => {
    expect(lesson.goals.length).toBeGreaterThan(0)
    expect(lesson.steps.length).toBeGreaterThanOrEqual(5)
    expect(lesson.steps.length).toBeLessThanOrEqual(12)
    expect(lesson.steps.flatMap(questionsOf).length).toBeGreaterThanOrEqual(3)
    expect(lesson.sources.length).toBeGreaterThan(0)
  })

  test('has an exercise whose solution can be opened', () => {
    expect(() => resultsOfLink(lesson.exercise.solution)).not.toThrow()
  })

  test.each(lesson.steps.map((step) => [step.title, step] as const))(
    'what “%s” says is so',
    (_, step) => {
      expect(objectionsTo(step)).toEqual([])
      const results = resultsOfLink(step.scene.link)
      for (const question of questionsOf(step)) {
        if ('fact' in question) expect(results(question.fact), question.fact.text).toBeDefined()
        if (question.before !== undefined) resultsOfLink(question.before)
      }
    },
    60_000,
  )
})

test('the lesson that shows how one is written can be read, and what it says is so', () => {
  const [, text = ''] = /```md\n(.*?)```/s.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? []
  const { steps, goals } = parseLesson(text)
  expect(goals).toHaveLength(1)
  expect(steps.flatMap(questionsOf)).toHaveLength(1)
  expect(steps.flatMap(claimsOf)).toHaveLength(3)
  expect(steps.flatMap(objectionsTo)).toEqual([])
})
