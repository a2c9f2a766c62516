import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'

const rows = [
  ...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^- \[`(.+)`\]\((.+)\): (.+)$/gm),
].map(([, folder = '', file = '', sentence = '']) => ({ folder, file, sentence }))

test.each(rows)(
  'the sentence of $folder is the head of its main file',
  ({ folder, file, sentence }) => {
    const head = readFileSync(file, 'utf8').replace(/\n(?!\/\/)[\s\S]*/, '')
    expect(head.replaceAll(/\s*\n\/\/ ?/g, ' ').replace(/^\/\/ /, '')).toContain(
      `${folder}: ${sentence}`,
    )
  },
)

test('every folder of the sources has one', () => {
  const folders = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|\/test\//.test(file))
    .map((file) => `${dirname(file)}/`)
  expect(
    [...new Set(folders)].filter((folder) => !rows.some((row) => row.folder === folder)),
  ).toEqual([])
})
