// The test of this project: a page that must stay quiet and must not leave its origin.
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { noiseOf } from './noise.ts'

export const test = base.extend<{ expected: RegExp | undefined; quiet: undefined }>({
  /** What the console says in a test that makes something fail. */
  expected: [undefined, { option: true }],
  quiet: [
    async ({ page, baseURL, expected }, use) => {
      const noise = noiseOf(page, new URL(baseURL ?? '').origin, expected)
      await use(undefined)
      expect(noise).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens a link and waits until its run is on the screen, formulas included. */
export async function open(page: Page, link = '#/curve'): Promise<void> {
  await page.goto(link)
  if (link.startsWith('#/graph')) return expect(nodeOf(page, /^Node 1 of/)).toBeVisible()
  await expect(page.getByRole('status', { name: 'Outcome' })).not.toBeEmpty()
  await expect(
    page.getByRole('region', { name: 'Update rule' }).locator('.katex').first(),
  ).toBeAttached()
  await expect(comingRules(page)).toHaveCount(0)
}

/** Opens a link and waits for what of its lab comes last, too: whoever measures the page measures all of it. */
export async function openWhole(page: Page, link: string): Promise<void> {
  await open(page, link)
  const all = { exact: true, includeHidden: true }
  const last = [
    page.getByRole('region', { name: 'Optimizers' }).getByRole('slider', { includeHidden: true }),
    link.includes('#/network') && page.getByRole('spinbutton', { name: 'Sample', ...all }),
    link.includes('#/surface') && page.getByRole('button', { name: 'Curvature', ...all }),
    link.includes('#/surface') && page.getByRole('spinbutton', { name: 'Noise', ...all }),
    link.includes('@cosine') && page.getByRole('spinbutton', { name: 'T max', ...all }),
    link.includes('rule=') && page.getByRole('textbox', { name: 'Rule', ...all }),
  ]
  for (const one of last) if (one) await expect(one.first()).toBeAttached()
}

/** Waits until all is set in the letters that it will have. */
export async function untilTypeset(page: Page): Promise<void> {
  await expect(page.locator('h1 .katex').first()).toBeAttached()
  await expect(comingRules(page)).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Rules that are not seen yet: they are typeset line by line. */
export const comingRules = (page: Page | Locator) => page.locator('[data-whole="false"]')

/** A node of the graph that is shown, by its words. */
export const nodeOf = (page: Page, words: RegExp) =>
  page.getByRole('region', { name: 'Graph', exact: true }).getByRole('button', { name: words })

/** Holds files back. @returns what lets them through from then on */
export async function heldBack(
  page: Page,
  files: string | ((url: URL) => boolean),
): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(files, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** What the page says is wrong. */
export const problem = (page: Page) => page.getByRole('alert', { name: 'Problem' })

/** How the run that is shown ended. */
export const outcome = (page: Page) => page.getByRole('status', { name: 'Outcome' })

/** How far the page is larger than the screen: above 0 it scrolls. */
export const overflow = (page: Page) =>
  page.evaluate(() => ({
    across: document.documentElement.scrollWidth - innerWidth,
    down: document.documentElement.scrollHeight - innerHeight,
  }))

/** The table's row of a step, as numbers. */
export async function rowOf(page: Page, step: number): Promise<number[]> {
  const row = page.getByRole('region', { name: 'Trace' }).locator(`tr[data-step="${step}"]`)
  await row.waitFor({ state: 'attached' })
  return (await row.locator('td').allTextContents()).map(readShown)
}

/** A number as the page shows it: −1.2·10⁻³ */
export function readShown(text: string): number {
  const plain = text.replace('−', '-').replace(/·?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, raised: string) => {
    const digits = [...raised].map((c) => (c === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c))).join('')
    return `e${digits}`
  })
  return Number(plain.startsWith('e') ? `1${plain}` : plain)
}

/** The CSV that Export gives, as rows of text. */
export async function csvOf(page: Page): Promise<string[][]> {
  return (await exported(page, 'CSV'))
    .trim()
    .split('\n')
    .map((row) => row.split(','))
}

/** What an item of the Export menu downloads. */
export async function exported(page: Page, item: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ])
  const stream = await download.createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The visible numbers of a line of the formula, its result last. */
export async function lineNumbers(page: Page, quantity: string): Promise<number[]> {
  const line = page
    .getByRole('region', { name: 'Update rule' })
    .locator(`[data-quantity="${quantity}"]`)
    .last()
  const texts = await line.locator('[data-number]').allTextContents()
  return texts.map((text) => readShown(text.replace(/[()]/g, '')))
}

/** A table's rows as texts. */
export async function rowsOf(page: Page, name: string): Promise<string[][]> {
  const region = page.getByRole('button', { name, exact: true })
  if ((await region.getAttribute('aria-expanded')) === 'false') await region.click()
  const rows = page.getByRole('table', { name }).locator('tbody tr')
  await expect(rows.first()).toBeAttached()
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  )
}
