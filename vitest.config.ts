import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Time is not what is asserted: only what never ends runs out of it (ms). */
const patience = 120_000

const tests = ['src', 'e2e/tools'].flatMap((folder) =>
  readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`),
)
/** Who puts something else in a module's place has the modules alone. */
const mocking = tests.filter((file) => readFileSync(file, 'utf8').includes('vi.mock('))

export default defineConfig({
  test: {
    testTimeout: patience,
    hookTimeout: patience,
    expect: { poll: { timeout: patience } },
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: 'alone', include: mocking } },
      // Reading every module anew for each file took two thirds of the time.
      { extends: true, test: { name: 'shared', include: tests, exclude: mocking, isolate: false } },
    ],
  },
})
