// A new version is announced, never in the middle of a lecture, and nothing that was typed or can be undone is lost by it.
import type { Page } from '@playwright/test'
import { kept, looksAgain, test } from './hosted.ts'
import { nextVersion } from './nextVersion.ts'
import { button, onWall, talkOf } from './talk.ts'
import { expect, open, outcome, problem } from './test.ts'

test.use({ serviceWorkers: 'allow', reducedMotion: 'reduce' })

const notice = (page: Page) => page.getByRole('status', { name: 'Version' })
const reload = (page: Page) =>
  Promise.all([page.waitForEvent('load'), button(page, 'Reload').click()])
const deploy = () => {
  const next = test.info().outputPath('next')
  nextVersion(next)
  return next
}

test('what could not be read yet, and the way back, go along to the new version', async ({
  page,
  site,
}) => {
  await open(
    page,
    '#/curve?f=x^2&start=2&steps=5&run=custom(lr=0.1)&rule=x=x-lr*g&run=custom(lr=0.2)&rule=x=x-lr*g',
  )
  await kept(page)
  const expression = page.getByRole('textbox', { name: 'Expression' })
  const rule = page.getByRole('textbox', { name: 'Rule' }).nth(1)
  await expression.fill('x^2+1')
  await expect(page).toHaveURL(/f=x\^2\+1/)
  await expression.fill('x^2+1+sin(')
  await rule.fill('x = x - lr*')
  site.deploy(deploy())
  await looksAgain(page)
  await reload(page)
  await expect(outcome(page).first()).not.toBeEmpty()
  await expect(expression).toHaveValue('x^2+1+sin(')
  await expect(rule).toHaveValue('x = x - lr*')
  await expect(page.getByRole('textbox', { name: 'Rule' }).first()).toHaveValue('x = x-lr*g')
  await expect(page).toHaveURL(/f=x\^2\+1&/)
  await expect(problem(page)).toBeVisible()
  await button(page, 'Undo').click()
  await expect(expression).toHaveValue('x^2')
  await button(page, 'Redo').click()
  await expect(expression).toHaveValue('x^2+1')
})

test('a new version is not announced while a talk is on the wall', async ({ page, site }) => {
  await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
  await kept(page)
  await page.goto(talkOf('#/curve?f=x^2', '#/curve?f=x^4'))
  await onWall(page, 'Scene 1')
  site.deploy(deploy())
  await looksAgain(page)
  const words = notice(page).getByText('A new version is here')
  await expect(words).toBeAttached()
  await expect(words).toBeHidden()
  await page.keyboard.press('PageDown')
  await onWall(page, '2 of 2')
  await expect(words).toBeHidden()
  await button(page, 'End').click()
  await expect(words).toBeVisible()
})
