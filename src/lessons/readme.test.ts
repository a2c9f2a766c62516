import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { end, handout, readAddress } from './address.ts'
import { lessonIds, textOf } from './index.ts'
import { parseLesson } from './text/parse.ts'

const addresses = readFileSync('README.md', 'utf8').match(/#\/lessons\/[\w-]+\/\w+/g) ?? []

test('the README leads to more than a few steps', () => {
  expect(new Set(addresses).size).toBeGreaterThan(15)
})

test.each(addresses)('%s is a page of a lesson', async (address) => {
  const { id, step } = readAddress(address)
  const known = lessonIds.find((one) => one === id)
  if (!known) throw new Error(`There is no lesson ${id}`)
  const { steps } = parseLesson(await textOf(known))
  expect([end, handout, ...steps.map((_, index) => String(index + 1))]).toContain(step)
})
