// What is shown is part of the link: who opens it sees what was seen when it was copied.
import { expect, open, test } from './test.ts'

const bowl = '#/surface?f=x^2+10y^2&start=3,-1&steps=50&at=5&run=adam(lr=0.05)'
const hashOf = (page: { url(): string }) => decodeURIComponent(new URL(page.url()).hash)

test('a link says what the plot shows', async ({ page }) => {
  await open(page, `${bowl}&show=ellipse,quadratic`)
  const plot = page.getByRole('region', { name: 'Plot' })
  await expect(plot.getByText(/^λ₁ = /)).toBeAttached()
  await expect(plot.getByText('Newton', { exact: true })).toBeAttached()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('checkbox', { name: 'Curvature ellipse' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Linear model' })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^Vectors/ })).not.toBeChecked()
})

test('a link opens the relief', async ({ page }) => {
  await open(page, `${bowl}&show=3d,vectors`)
  await expect(page.getByRole('img', { name: 'Surface f(x, y) in three dimensions' })).toBeVisible()
})

test('what is switched is in the address, and undo takes it back', async ({ page }) => {
  await open(page, bowl)
  const box = page.getByRole('checkbox', { name: 'Gradient field' })
  await page.getByRole('button', { name: 'Show' }).click()
  await box.check()
  await expect.poll(() => hashOf(page)).toContain('&show=vectors,field,repeats')
  await page.reload()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(box).toBeChecked()
  await box.uncheck()
  await expect.poll(() => hashOf(page)).not.toContain('show')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(box).toBeChecked()
})

test('a word that the lab does not know is named, and the rest is shown', async ({ page }) => {
  await open(page, `${bowl}&show=ellipse,hill`)
  await expect(page.getByRole('alert', { name: 'Problem' })).toContainText('hill')
  await expect(page.getByRole('region', { name: 'Plot' }).getByText(/^λ₁ = /)).toBeAttached()
})
