// Handouts: what is on paper.
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
