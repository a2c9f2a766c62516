// Accessibility, as axe sees it.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** Nothing that axe knows, or what some of its rules know, is wrong with the page as it is now. */
export async function expectAccessible(page: Page, ...rules: string[]): Promise<void> {
  // Without frames from elsewhere, one script in the page is enough; what passes is not of interest.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await (rules.length ? axe.withRules(rules) : axe).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
}

/** The rules to ask in a theme: colours are all that themes differ in, so the dark one is asked for these alone. */
export const rulesOf = (theme: 'light' | 'dark'): string[] =>
  theme === 'dark' ? ['color-contrast'] : []
