// Where things are in the network lab, and what a link to it trains.
import type { Page } from '@playwright/test'
import type { NetworkExperiment } from '../src/core/experiment/networkExperiment.ts'
import { networkParts } from '../src/core/experiment/networkParts.ts'
import { trainNetwork } from '../src/core/runs/trainNetwork.ts'
import { decodeLink } from '../src/state/links/decodeLink.ts'
import { csvOf, expect, exported, outcome, readShown } from './test.ts'

export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** The curves of the losses, which say themselves in words. */
export const lossWords = (page: Page) =>
  region(page, 'Loss').getByRole('group', { name: /^Loss over/ })

/** The experiment of a link, all of it read. */
function experimentOf(link: string): NetworkExperiment {
  const { experiment, complaints } = decodeLink(networkParts, link)
  expect(complaints).toEqual([])
  return experiment as NetworkExperiment
}

/** What plain Node makes of a link. */
export const trainedFrom = (link: string, more: Partial<NetworkExperiment> = {}) =>
  trainNetwork({ ...experimentOf(link), ...more })

/** A share of what the outcome says is right. */
export async function accuracyOf(page: Page): Promise<number> {
  const [, percent = ''] = /accuracy (\S+) %/.exec((await outcome(page).textContent()) ?? '') ?? []
  return percent ? readShown(percent) / 100 : Number.NaN
}

/** The losses of a run so far, epoch by epoch, as CSV has them. */
export async function lossesOf(page: Page, label: string): Promise<number[]> {
  const rows = await csvOf(page)
  return rows.filter(([run]) => run === label).map(([, , loss]) => Number(loss))
}

/** Weights and biases as they are at the step that is shown, by their names in state_dict. */
export const weightsOf = async (
  page: Page,
): Promise<Record<string, readonly number[] | readonly (readonly number[])[]>> =>
  JSON.parse(await exported(page, 'Weights'))

/** The largest relative distance of two columns of the same length. */
export function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length)
  return Math.max(
    ...Array.from(a, (value, i) => Math.abs(value - (b[i] as number)) / Math.abs(b[i] as number)),
  )
}
