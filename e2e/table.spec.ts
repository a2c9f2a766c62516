// The trace as a table.
import { csvOf, expect, open, test } from './test.ts'

test('the trace shows every step of a long run, and only what is in sight exists', async ({
  page,
}) => {
  await open(page, '#/curve?f=square&start=1&steps=5000&at=4321&run=sgd(lr=0.001)')
  const table = page.getByRole('table')
  await expect(table).toHaveAttribute('aria-rowcount', '5002')
  await expect(page.locator('tr[data-step="4321"]')).toBeVisible()
  expect(await page.locator('tr[data-step]').count()).toBeLessThan(80)
  await page.getByRole('region', { name: 'Table of the run' }).evaluate((box) => box.scrollTo(0, 0))
  await expect(page.locator('tr[data-step="0"]')).toBeVisible()
})

test('rows are selected as steps, also those that do not exist, and copied with every digit', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#/curve?f=tanhsin&start=8&steps=3000&run=adam(lr=2)')
  const rows = await csvOf(page)
  const copied = async () => {
    await page.keyboard.press('ControlOrMeta+C')
    const text = await page.evaluate(() => navigator.clipboard.readText())
    return text.split('\n').map((row) => row.split('\t').slice(0, 4))
  }
  const exactly = (from: number, to: number) =>
    rows.slice(from + 1, to + 2).map((row) => [row[1], row[3], row[4], row[5]])
  await page.locator('tr[data-step="3"]').click()
  await expect.poll(copied).toEqual(exactly(3, 3))
  await page.locator('tr[data-step="5"]').click({ modifiers: ['Shift'] })
  await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(3)
  await expect.poll(copied).toEqual(exactly(3, 5))
  await page.keyboard.press('Shift+End')
  await expect.poll(copied).toEqual(exactly(3, 3000))
  await page.keyboard.press('ControlOrMeta+A')
  await expect.poll(copied).toEqual(exactly(0, 3000))
})

test('a row of the table is a way to its step', async ({ page }) => {
  await open(page)
  await page.locator('tr[data-step="2"]').click()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('2')
})

test('a row that is clicked stays under the pointer', async ({ page }) => {
  await open(page, '#/curve?f=square&steps=400&run=sgd(lr=0.01)')
  const row = page.locator('tr[data-step="1"]')
  const before = await row.boundingBox()
  await row.click()
  await expect(row).toHaveAttribute('aria-current', 'step')
  expect(await row.boundingBox()).toEqual(before)
})

test('a million steps are written out, in table and transport alike', async ({ page }) => {
  await open(page, '#/curve?f=square&steps=1000000&at=1000000&run=sgd(lr=1e-6)')
  await expect(page.getByText('step 1,000,000 of 1,000,000')).toBeVisible()
  await expect(page.locator('tr[data-step="1000000"] td').first()).toHaveText('1000000')
})
