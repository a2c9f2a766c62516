// Where things are in a talk: on the wall, where it is made, and in the lecturer's window.
import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

export const curve = (start: number) => `#/curve?f=x^2&start=${start}&steps=5&run=sgd(lr=0.1)`
export const talkOf = (...links: readonly string[]) =>
  `#/present?${links.map((link, i) => `scene=${encodeURIComponent(link)}&name=Scene ${i + 1}&note=Say ${i + 1}`).join('&')}`
export const ten = talkOf(...Array.from({ length: 10 }, (_, i) => curve(i + 1)))

export const start = (page: Page) => page.getByRole('slider', { name: 'Start', exact: true })
export const button = (page: Page | Locator, name: string) =>
  page.getByRole('button', { name, exact: true })
export const status = (page: Page) => page.getByRole('status').filter({ hasText: /./ })

/** Waits until a scene is on the wall. */
export async function onWall(page: Page, name: string, at?: number) {
  await expect(page.getByRole('region', { name: 'Talk' })).toContainText(name)
  if (at !== undefined) await expect(start(page)).toHaveAttribute('aria-valuenow', String(at))
}

/** Opens the lecturer's window. */
export async function speakerOf(page: Page): Promise<Page> {
  const [speaker] = await Promise.all([
    page.waitForEvent('popup'),
    button(page, 'Speaker view').click(),
  ])
  await expect(speaker.getByRole('region', { name: 'Notes' })).toBeVisible()
  return speaker
}
