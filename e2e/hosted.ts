// The built page on a plain host that may get another version, with its service worker.
import type { Page } from '@playwright/test'
import { type Host, host } from './host.ts'
import { test as base, expect } from './test.ts'

export const test = base.extend<{ headers: Record<string, string>; site: Host }>({
  /** What the host sends with each file. */
  headers: [{}, { option: true }],
  site: async ({ headers }, use) => {
    const site = await host('dist', '/sub/dir/', headers)
    await use(site)
    await site.close()
  },
  baseURL: ({ site }, use) => use(site.address),
})

/** Someone comes back to the page. */
export const looksAgain = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

/** Waits until the page is kept. */
export const kept = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated')
