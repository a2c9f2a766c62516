// Keys: everything that a pointer can do.
import type { Page } from '@playwright/test'
import { expect, open, test } from './test.ts'

test.describe('keys', () => {
  const iteration = (page: Page) => page.getByRole('slider', { name: 'Iteration' })

  test('play, step, and go to the ends', async ({ page }) => {
    await open(page, '#/curve?f=square&steps=600&run=sgd(lr=0.01)')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await expect(iteration(page)).toHaveValue('1')
    await page.keyboard.press('End')
    await expect(iteration(page)).toHaveValue('600')
    await page.keyboard.press('Home')
    await expect(iteration(page)).toHaveValue('0')
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.locator('body').press('Space')
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  })

  test('arrows belong to the slider, number, select or table that has the focus', async ({
    page,
  }) => {
    await open(page)
    for (const control of [
      page.getByRole('slider', { name: 'Beta 1' }),
      page.getByRole('spinbutton', { name: 'Steps' }),
      page.getByRole('combobox', { name: 'Speed' }),
      page.getByRole('region', { name: 'Table of the run' }),
    ]) {
      await control.focus()
      await page.keyboard.press('ArrowRight')
      await expect(iteration(page)).toHaveValue('0')
    }
  })

  test('letters work, not in text, and can be switched off', async ({ page }) => {
    await open(page)
    await page.keyboard.press('End')
    await page.keyboard.press('r')
    await expect(iteration(page)).toHaveValue('0')
    await page.keyboard.press('l')
    await expect(page.getByRole('slider', { name: 'Learning rate' })).toBeFocused()
    await page.getByRole('textbox', { name: 'Expression' }).focus()
    await page.keyboard.press('End')
    await page.keyboard.type('+r')
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue(/\+r$/)
    await page.getByRole('button', { name: 'Play' }).focus()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await expect(dialog).toBeVisible()
    await dialog.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(dialog).toBeHidden()
  })

  test('every control is reached by Tab', async ({ page }) => {
    await open(page)
    const reached = new Set<string>()
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab')
      reached.add(
        await page.evaluate(() => {
          const element = document.activeElement as HTMLElement
          const label = element.getAttribute('aria-labelledby')
          return (
            element.getAttribute('aria-label') ??
            (label ? document.getElementById(label)?.textContent : undefined) ??
            (element as HTMLInputElement).labels?.[0]?.textContent ??
            element.textContent ??
            ''
          ).trim()
        }),
      )
    }
    for (const name of [
      'Function',
      'Expression',
      'Start x',
      'Steps',
      'Start',
      'Zoom in',
      'Play',
      'Iteration',
      'Speed',
      'Optimizer',
      'Learning rate',
      'AMSGrad',
      'Table of the run',
      'Log scale',
      'Formula',
      'Export',
      'Theme',
    ]) {
      expect(
        [...reached].some((text) => text.startsWith(name)),
        name,
      ).toBe(true)
    }
  })

  test('menus go by arrows and close by Escape', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Export' }).press('Enter')
    await expect(page.getByRole('menuitem', { name: 'CSV' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'JSON' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()
  })
})
