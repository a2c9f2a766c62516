import { defineConfig } from 'vitest/config'

/** Time is not what is asserted: only what never ends runs out of it (ms). */
const patience = 120_000

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'e2e/tools/**/*.test.ts'],
    testTimeout: patience,
    hookTimeout: patience,
    expect: { poll: { timeout: patience } },
  },
})
