// Light and dark.
import { expect, open, test } from './test.ts'

test('the theme follows the system until someone chooses, and the choice is kept', async ({
  page,
}) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page)
  const dark = await paper()
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await paper()
  expect(light).not.toBe(dark)
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('button', { name: 'Theme' }).click()
  expect(await paper()).toBe(dark)
  await page.reload()
  await expect.poll(paper).toBe(dark)
})
