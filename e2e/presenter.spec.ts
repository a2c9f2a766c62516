// Talks: led by a clicker, with a second window, and what cannot be shown.

import type { Locator } from '@playwright/test'
import { button, curve, onWall, speakerOf, start, status, talkOf, ten } from './talk.ts'
import { expect, problem, test } from './test.ts'

/** Moves a handle to the least that it can be, which it is when its run has come. @returns that value */
async function toLeast(handle: Locator): Promise<string> {
  const least = (await handle.getAttribute('aria-valuemin')) ?? ''
  await handle.press('Home')
  await expect(handle).toHaveAttribute('aria-valuenow', least)
  return least
}

test('a clicker goes across ten scenes, and the second window keeps in step', async ({ page }) => {
  await page.goto(ten)
  await onWall(page, 'Scene 1', 1)
  await expect(page.getByRole('banner')).toBeHidden()
  const speaker = await speakerOf(page)
  const notes = speaker.getByRole('region', { name: 'Notes' })
  for (let scene = 2; scene <= 10; scene++) {
    // Whatever has the focus: a slider knows these keys too.
    if (scene === 4) await start(page).focus()
    await page.keyboard.press('PageDown')
    await onWall(page, `${scene} of 10`, scene)
    await expect(notes).toHaveText(`Say ${scene}`)
  }
  await page.keyboard.press('PageDown')
  await expect(speaker.getByText('This is the last scene')).toBeVisible()
  await speaker.keyboard.press('PageUp')
  await onWall(page, '9 of 10', 9)
  await expect(speaker.getByText('Next: Scene 10')).toBeVisible()
  // Where it stands is known when the page is loaded anew.
  await expect(page).toHaveURL(/present\?at=9&/)
})

test('what is done in one window is seen in the other, unless the wall stands still', async ({
  page,
}) => {
  await page.goto(talkOf(curve(1), curve(2)))
  await onWall(page, 'Scene 1', 1)
  const speaker = await speakerOf(page)
  const theirs = speaker.getByRole('region', { name: 'This scene' })
  const handle = theirs.getByRole('slider', { name: 'Start', exact: true })
  const least = await toLeast(handle)
  await expect(start(page)).toHaveAttribute('aria-valuenow', least)
  await button(speaker, 'Freeze').click()
  await expect(button(page, 'Freeze')).toHaveAttribute('aria-pressed', 'true')
  await speaker.keyboard.press('PageDown')
  await expect(handle).toHaveAttribute('aria-valuenow', '2')
  await expect(page.getByRole('region', { name: 'Talk' })).toContainText('1 of 2 · frozen')
  await expect(start(page)).toHaveAttribute('aria-valuenow', least)
  await button(speaker, 'Freeze').click()
  await expect(start(page)).toHaveAttribute('aria-valuenow', '2')
  // What was done to a scene is gone with it, and the talk is as it was.
  await page.keyboard.press('PageUp')
  await expect(start(page)).toHaveAttribute('aria-valuenow', '1')
  await expect(handle).toHaveAttribute('aria-valuenow', '1')
})

test('what is made of a scene goes into the talk when someone says so', async ({ page }) => {
  await page.goto(talkOf(curve(1)))
  await onWall(page, 'Scene 1', 1)
  const least = await toLeast(start(page))
  await button(page, 'Add this view').click()
  await onWall(page, '1 of 2')
  await page.keyboard.press('PageDown')
  await onWall(page, '2 of 2', Number(least))
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByRole('list', { name: 'Scenes' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('link', { name: `start=${least}` })).toBeVisible()
})

test('what cannot be shown says so, and nothing else is lost', async ({ page }) => {
  await page.goto(`#/present?note=x&scene=/nowhere?x=1&scene=${encodeURIComponent(curve(3))}`)
  await expect(page.getByText('No lab is named by this scene’s link')).toBeVisible()
  await expect(status(page)).toContainText('note=x')
  await page.keyboard.press('PageDown')
  await onWall(page, '2 of 2', 3)
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByText('This link names no lab: #/nowhere?x=1')).toBeVisible()
  const opened = (name: string, text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('textbox') })
  const before = await rows.count()
  expect(before).toBeGreaterThan(0)
  await opened('empty.json', '{"talk": "x", "scenes": []}')
  await expect(problem(page)).toContainText('empty.json has no scenes')
  expect(await rows.count()).toBe(before)
  await opened('bad.json', '{"scenes": [{"name": "no link"}, {"link": "#/graph"}]}')
  await expect(problem(page)).toContainText('Scene 1 of bad.json has no link and was left out')
  await expect(problem(page)).not.toContainText('empty.json')
  await opened('good.json', '{"scenes": [{"link": "#/graph"}, {"link": "#/curve"}]}')
  await expect(problem(page)).toBeHidden()
  await page.goto('#/present/nothing')
  await expect(page.getByText('There is no lesson nothing to present.')).toBeVisible()
})

test('a lesson is a talk: its scenes on the wall, its words in the notes', async ({ page }) => {
  await page.goto('#/lessons/soda')
  await page.getByRole('link', { name: 'Present', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/#\/present\/soda\?at=2$/)
  await button(page, 'End').click()
  await expect(page).toHaveURL(/#\/lessons\/soda$/)
})
