// A whole lesson on paper.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, heldBack, test } from './test.ts'

const text = readFileSync('src/lessons/texts/soda.md', 'utf8')
const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title)
const questions = [...text.matchAll(/^:::question/gm)].length

const button = (page: Page) => page.getByRole('button', { name: 'Print', exact: true })

/** Opens the handout of a lesson and waits until all its figures are there. */
async function openHandout(page: Page, id: string) {
  await page.goto(`#/lessons/${id}/print`)
  await expect(button(page)).toBeEnabled()
}

test('each step of a lesson leads to its handout, which is left by the way back', async ({
  page,
}) => {
  await page.goto('#/lessons/soda/2')
  await page.getByRole('link', { name: 'Print this lesson' }).click()
  await expect(page).toHaveURL(/#\/lessons\/soda\/print$/)
  await expect(page).toHaveTitle('Handout · The soda can · Descent')
  await page.getByRole('link', { name: 'The soda can' }).click()
  await expect(page.getByRole('link', { name: 'Print this lesson' })).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-paper')
})

test('nothing is printed before all figures are there', async ({ page }) => {
  const release = await heldBack(page, '**/runsWorker-*.js')
  await page.goto('#/lessons/soda/print')
  await expect(page.getByText(/^0 of \d+ figures$/)).toBeVisible()
  await expect(button(page)).toBeDisabled()
  release()
  await expect(button(page)).toBeEnabled()
})

test('a handout has every step, question and figure of its lesson, black on white, and no answers before the key', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openHandout(page, 'soda')
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  for (const [i, title] of titles.entries()) {
    const step = page.getByRole('region', { name: `${i + 1}. ${title}` })
    await expect(step.getByRole('figure').or(step.getByText(/Its figure is that of/))).toBeVisible()
  }
  for (let k = 1; k <= questions; k++)
    await expect(page.getByRole('region', { name: `Question ${k}` })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sources' })).toBeVisible()
  await expect(page.locator('canvas')).toHaveCount(0)
  for (const role of ['button', 'radio', 'checkbox', 'slider'] as const)
    await expect(page.getByRole(role)).toHaveCount(0)

  const pictures = page.getByRole('figure').getByRole('img', { name: /lab, / })
  const addresses = await pictures.evaluateAll((all) =>
    all.map((it) => (it as HTMLImageElement).src),
  )
  expect(addresses.length).toBeGreaterThanOrEqual(titles.length)
  for (const address of addresses)
    expect(decodeURIComponent(address)).toMatch(/^data:.*<svg .*<path/s)

  const step = page.getByRole('region', { name: /^4\. / })
  await expect(step.getByRole('img', { name: 'Figure 4: Curve lab, at the start' })).toBeVisible()
  await expect(step).not.toContainText('3.164')
  await expect(page.getByRole('region', { name: 'Answers', exact: true })).toContainText(
    'Question 2: R is 3.164',
  )
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)
  expect(pages?.length).toBeGreaterThan(4)
  expect(pages?.length).toBeLessThanOrEqual(12)
})

test('the answers can be left away', async ({ page }) => {
  await openHandout(page, 'numerical')
  await expect(page.getByRole('heading', { name: 'Answers' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Answers at the end' }).uncheck()
  await expect(page.getByRole('heading', { name: 'Answers' })).toHaveCount(0)
})

test('Print prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await openHandout(page, 'one-step')
  await button(page).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed')
})
