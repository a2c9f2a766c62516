// The whole flow by keyboard alone: choose, type, drag, play, branch, race, export; no pointer is touched.
import type { Locator, Page } from '@playwright/test'
import { expect, open, outcome, test } from './test.ts'

/** More stops than any page has. */
const most = 120

/** What has the focus: where it is, and whether one sees that it has it. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    if (element === document.body) return undefined
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const above = document.elementFromPoint(x, y)
    // In a drawing the ring is a shape.
    const rings = [element, ...element.querySelectorAll('circle, rect')].map((part) =>
      getComputedStyle(part),
    )
    return {
      name: element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40),
      isInSight: left >= 0 && top >= 0 && right <= innerWidth && y <= innerHeight,
      isOnTop: above !== null && (element.contains(above) || above.contains(element)),
      isRinged: rings.some(
        ({ outlineStyle, outlineWidth, strokeWidth }, part) =>
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
          (part > 0 && Number.parseFloat(strokeWidth) >= 3),
      ),
    }
  })

/** Goes to a control by Tab, or back by Shift+Tab; each stop on the way is in sight, on top and ringed. */
async function goTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(control).toBeVisible()
  for (let stop = 0; stop < most; stop++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    const focus = await seen(page)
    if (!focus) continue
    const { name } = focus
    expect(focus).toEqual({ name, isInSight: true, isOnTop: true, isRinged: true })
  }
  throw new Error('Tab does not come there')
}

test('the whole flow goes by keys alone', async ({ page }) => {
  await open(page, '#/surface')
  const control = (role: 'button' | 'combobox' | 'textbox' | 'slider', name: string) =>
    page.getByRole(role, { name, exact: true })

  // Choose: the letters of a name, as in any list.
  await goTo(page, control('combobox', 'Function'))
  await page.keyboard.type('Himm')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/f=himmelblau/)

  // Type.
  await goTo(page, control('textbox', 'Expression'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('x^2 + 3y^2')
  await expect(page).toHaveURL(/f=x/)

  // Drag the start.
  const start = control('slider', 'Start')
  await goTo(page, start)
  const before = await start.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  await expect(start).not.toHaveAttribute('aria-valuetext', before ?? '')

  // The learning rate.
  await goTo(page, control('slider', 'Learning rate'))
  const ended = await outcome(page).innerText()
  for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight')
  await expect(outcome(page)).not.toHaveText(ended)

  // Play to the end, step back, branch there.
  await goTo(page, control('button', 'Play'), 'Shift+Tab')
  await page.keyboard.press('Space')
  await expect(control('button', 'Pause')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(control('button', 'Play')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await goTo(page, control('button', 'Branch'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=0:/)

  // A race of three.
  await goTo(page, control('button', 'Add optimizer'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 optimizers')).toBeVisible()
  const third = page.getByRole('region', { name: 'Optimizers' }).getByRole('combobox', {
    name: 'Optimizer',
    exact: true,
  })
  await expect(third).toHaveCount(3)
  await goTo(page, third.last())
  while ((await third.last().inputValue()) !== 'rmsprop') await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(/run=rmsprop/)

  // Export.
  await goTo(page, control('button', 'Export'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'CSV' })).toBeFocused()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  await expect(control('button', 'Export')).toBeFocused()

  // And back again.
  await page.keyboard.press('Control+z')
  await expect(page).not.toHaveURL(/run=rmsprop/)
})
