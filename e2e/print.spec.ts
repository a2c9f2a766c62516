// Handouts: what is on paper.
import type { Page } from '@playwright/test'
import { expect, open, test } from './test.ts'

test('a lab on paper is its plot, its rule, its first steps and its link, without what changes it', async ({
  page,
}) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=60&at=2&run=adam(lr=2)')
  const plot = page.getByRole('region', { name: 'Plot' })
  const drawn = await plot.boundingBox()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const printed = await plot.boundingBox()
  expect([printed?.width, printed?.height]).toEqual([drawn?.width, drawn?.height])
  await expect(page.getByRole('region', { name: 'Update rule' })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Outcome' })).toBeVisible()
  await expect(page.locator('tr[data-step="0"]')).toBeVisible()
  await expect(page.locator('tr[data-step="50"]')).toBeHidden()
  for (const role of ['banner', 'button', 'combobox', 'spinbutton', 'textbox'] as const)
    await expect(page.getByRole(role)).toHaveCount(0)
  const link = await page.evaluate(() => getComputedStyle(document.body, '::after').content)
  expect(link).toContain('#/curve?f=tanhsin')
})

test('a talk on paper is its scenes with their names and notes', async ({ page }) => {
  await page.goto('#/present/edit?title=Descent&scene=/curve?f=x^2&note=Slowly.&scene=/surface')
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Descent')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('textbox').first()).toHaveValue('Descent')
  await expect(page.getByRole('textbox', { name: 'Name of scene 1' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Note of scene 1' })).toHaveValue('Slowly.')
  await expect(page.getByRole('textbox', { name: 'Note of scene 2' })).toBeHidden()
  await expect(page.getByText('A scene by its link')).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('a step of a lesson on paper asks its question and leaves room for the answer', async ({
  page,
}) => {
  await page.goto('#/lessons/soda/2')
  const question = page.getByRole('group', { name: 'Question' })
  await expect(question).toBeVisible()
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(question).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

/** What stands on all canvases. */
const painted = (page: Page) =>
  page
    .locator('canvas')
    .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()))
const tell = (page: Page, event: string) =>
  page.evaluate((name) => void dispatchEvent(new Event(name)), event)

/** Waits until nothing is painted any more: pictures come from coarse to fine, also on a machine that is busy. */
async function standsStill(page: Page): Promise<void> {
  let last = ''
  const isSame = async () => {
    const before = last
    last = (await painted(page)).join()
    return last === before
  }
  await expect.poll(isSame, { intervals: [1500] }).toBe(true)
}

for (const link of [
  '#/curve?f=tanhsin&start=8&steps=60&at=20&run=adam(lr=2)',
  '#/surface?f=himmelblau&steps=50&at=30&run=adam(lr=0.1)',
  '#/network?data=xor&layers=4&epochs=3&run=adam(lr=0.03)',
])
  test(`on paper ${link} is painted in the dark as it is in the light`, async ({ page }) => {
    const forPaper: string[][] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto('about:blank')
      await open(page, link)
      if (link.includes('#/surface'))
        await expect(page.getByRole('list', { name: 'Points where it is level' })).toBeAttached()
      await standsStill(page)
      await tell(page, 'beforeprint')
      await expect(page.locator('html')).toHaveCSS('color-scheme', 'light')
      forPaper.push(await painted(page))
    }
    expect(forPaper[1]).toEqual(forPaper[0])
    await tell(page, 'afterprint')
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'light dark')
    expect(await painted(page)).not.toEqual(forPaper[0])
  })
