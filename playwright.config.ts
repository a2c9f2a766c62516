import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findBrowser } from './e2e/tools/browser.mjs'

const isCI = Boolean(process.env.CI)
/** Checkouts side by side each take a port of their own. */
const port = Number(process.env.PORT ?? 4199)
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  forbidOnly: isCI,
  retries: 0,
  workers: 2,
  reporter: isCI ? 'line' : 'list',
  // Time is not what is asserted: only what never comes runs out of it.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 720 },
    // Each test is a first visit: a worker that keeps everything for the next one would only cost it time.
    serviceWorkers: 'block',
    // Traces cost every test: TRACE=1 takes them, for the one that fails.
    trace: process.env.TRACE ? 'on' : 'off',
    launchOptions: { args: browserArguments, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
})
