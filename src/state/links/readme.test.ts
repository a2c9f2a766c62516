import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wanted } from '../../core/experiment/part.ts'
import { parts } from '../../core/experiment/parts.ts'

const readme = readFileSync('README.md', 'utf8')
const listed = [...readme.matchAll(/^- `(\w+)`: ((?:(?!; ).)*)/gm)].map(([, key, words]) => [
  key,
  words,
])

test('the README lists the keys of links with their words, and no others', () => {
  const keys = parts.flatMap(({ link }) => link?.keys ?? [])
  expect(listed).toEqual(keys.map((key) => [key.name, wanted(key)]))
})
