// Scented sliders: every track shows what each value would do.
import type { Page } from '@playwright/test'
import { expectAccessible, rulesOf } from './axe.ts'
import { expect, open, test } from './test.ts'

const parabola = '#/curve?f=square&start=2.5&steps=40&run=sgd(lr=0.1)'
const slider = (page: Page, name = 'Learning rate') => page.getByRole('slider', { name })

test('the learning rate converges below 1, diverges above, and the bound says why', async ({
  page,
}) => {
  await open(page, parabola)
  await expect(slider(page)).toHaveAccessibleDescription(
    /converges from 0\.178 to 0\.75, oscillates at 1, diverges from 1\.33 on\. Stability bound: 2\/λ = 1, with curvature λ = 2/,
  )
  await expect(page.getByRole('list', { name: /track would do/ })).toContainText('diverges')
})

test('a change of the run renews the tracks and the bound', async ({ page }) => {
  await open(page, parabola)
  await expect(slider(page)).toHaveAccessibleDescription(/diverges from 1\.33/)
  await page.getByRole('spinbutton', { name: 'Momentum' }).fill('0.5')
  await expect(slider(page)).toHaveAccessibleDescription(/2\(1 \+ μ\)\/λ = 1\.5/)
  await expect(slider(page)).toHaveAccessibleDescription(
    /diverges at 7 of 49 values, between 1\.78/,
  )
  await page.getByRole('checkbox', { name: 'Maximize' }).check()
  await expect(slider(page)).not.toHaveAccessibleDescription(/bound/)
  await expect(slider(page)).not.toHaveAccessibleDescription(/converges/)
})

test('every numeric hyper-parameter has a track of its own', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)')
  for (const name of ['Learning rate', 'Beta 1', 'Beta 2', 'Epsilon', 'Weight decay']) {
    await expect(slider(page, name)).toHaveAccessibleDescription(/This slider’s track: /)
    await expect(slider(page, name)).not.toHaveAccessibleDescription(/bound/)
  }
})

test('the slider that is moved keeps its track, and its own value does not change it', async ({
  page,
}) => {
  await open(page, parabola)
  // A rough track comes first: these neighbours are only told by the whole one.
  await expect(slider(page)).toHaveAccessibleDescription(
    /from 0\.178 to 0\.75, oscillates at 1, diverges from 1\.33 on\. Stability bound/,
  )
  const track = () =>
    slider(page).evaluate((input) => input.parentElement?.innerHTML.split('<input')[0])
  const before = await track()
  await slider(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '0.102')
  await expect(slider(page, 'Momentum')).toHaveAccessibleDescription(/from 0\.25 to 0\.458/)
  expect(await track()).toBe(before)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await open(page, '#/curve?f=narrow&start=6&steps=200&run=sgd(lr=0.1,momentum=0.5)')
    await expect(slider(page, 'Weight decay')).toHaveAccessibleDescription(/track/)
    await expectAccessible(page, ...rulesOf(colorScheme))
  })
}
