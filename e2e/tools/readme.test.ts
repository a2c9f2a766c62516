// The README's word.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const paths = [...readme.matchAll(/`((?:src|e2e)\/[\w/.-]+?)\/?`/g)].map(([, path]) => String(path))

describe('the README', () => {
  test('stays short', () => {
    expect(readme.trim().split('\n').length).toBeLessThanOrEqual(150)
  })

  test('names folders and files, and gives links to try', () => {
    expect(paths.length).toBeGreaterThan(3)
    expect(readme.match(/^#\/\w+\?.*$/gm)?.length).toBeGreaterThan(1)
  })

  test.each(paths)('%s exists', (path) => {
    expect(existsSync(path)).toBe(true)
  })

  test('shows its example of an optimizer as it is in the code', () => {
    expect(readme).toContain(readFileSync('src/core/optimizers/lion.ts', 'utf8').trim())
  })
})
