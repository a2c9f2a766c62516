// What a page must not do: complain in the console, throw, or ask elsewhere.
import type { Page } from '@playwright/test'

/**
 * Listens to a page from now on.
 * @param origin where it may ask
 * @param expected what the console says where something is made to fail
 * @returns what was heard so far, filled as it comes
 */
export function noiseOf(page: Page, origin: string, expected?: RegExp): string[] {
  const noise: string[] = []
  page.on('console', (message) => {
    // A driver that draws without a graphics card says that it is slow.
    const isDriver = message.text().includes('GL Driver Message')
    const isBlocking = message.text() === 'Service Worker registration blocked by Playwright'
    if (message.type() !== 'log' && !isDriver && !isBlocking && !expected?.test(message.text()))
      noise.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol))
      noise.push(`request to ${url.origin}`)
  })
  return noise
}
