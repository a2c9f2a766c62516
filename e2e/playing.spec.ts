// Going through a run: playing, single steps, the ends.
import { expect, open, test } from './test.ts'

test('a finished path is there on load, and Play is already focused', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('button', { name: 'Play' })).toBeFocused()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('0')
  await expect(page).toHaveURL(/#\/curve\?f=tanhsin&start=8&steps=15&run=adam\(lr=2\)$/)
})

test('playing walks to the end, and starts again from there', async ({ page }) => {
  await open(page, '#/curve?f=square&steps=6&run=sgd(lr=0.1)')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('10')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('6')
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('slider', { name: 'Iteration' })).not.toHaveValue('6')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('steps forward and back, and reset', async ({ page }) => {
  await open(page)
  const iteration = page.getByRole('slider', { name: 'Iteration' })
  await page.getByRole('button', { name: 'Step forward' }).click()
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(iteration).toHaveValue('2')
  await page.getByRole('button', { name: 'Step back' }).click()
  await expect(iteration).toHaveValue('1')
  await expect(page.getByRole('row', { name: /^1 6 / })).toHaveAttribute('aria-current', 'step')
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(iteration).toHaveValue('0')
})

test('while it plays the start can be moved', async ({ page }) => {
  await open(page, '#/curve?f=tanhsin&start=8&steps=600&run=sgd(lr=0.01)')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.1')
  await page.getByRole('button', { name: 'Play' }).click()
  await page.getByRole('slider', { name: 'Start' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('7.9')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test.describe('with reduced motion', () => {
  test.use({ reducedMotion: 'reduce' })

  test('the playhead moves in whole steps', async ({ page }) => {
    await open(page, '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)')
    const places = await page.evaluate(async () => {
      const button = document.querySelector<HTMLElement>('[aria-label="Play"]')
      button?.click()
      const seen = new Set<string>()
      for (let i = 0; i < 40; i++) {
        await new Promise((done) => requestAnimationFrame(done))
        seen.add(document.querySelector('circle.now')?.getAttribute('cx') ?? '')
      }
      return seen.size
    })
    // In between there would be one for each frame, but for very slow ones.
    expect(places).toBeLessThanOrEqual(16)
  })
})

test('what changes as it plays is said in a polite live region', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page.locator('[aria-live="polite"]')).toContainText('Step 1: x = 6, f = 1.528')
})
