import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assembled, target } from './assemble-kernels.mjs'

test('the kernels that are shipped are what their sources compile to: npm run kernels', async () => {
  const isSame = (await assembled()) === readFileSync(target, 'utf8')
  expect(isSame).toBe(true)
})
