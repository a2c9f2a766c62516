// What a lecturer does beside going on: takes panels off the wall, points, keeps time, fills the screen, puts scenes in order.
import type { Page } from '@playwright/test'
import { button, curve, onWall, speakerOf, talkOf } from './talk.ts'
import { expect, heldBack, open, problem, test, untilTypeset } from './test.ts'

const three = talkOf(curve(1), curve(2), curve(3))

test('P puts a lab on the wall, and what nobody needs to see is taken off it', async ({ page }) => {
  await open(page, curve(7))
  await page.keyboard.press('p')
  await onWall(page, 'Curve: x^2', 7)
  await expect(page.getByRole('banner')).toBeHidden()
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(region('Update rule')).toBeVisible()
  await expect(region('Trace')).toBeHidden()
  await button(page, 'Panels').click()
  await page.getByRole('checkbox', { name: 'Formulas' }).uncheck()
  await page.getByRole('checkbox', { name: 'Tables' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: 'Tables' })).toBeHidden()
  await expect(region('Update rule')).toBeHidden()
  await expect(region('Trace')).toBeVisible()
  await expect(region('Plot')).toBeVisible()
})

test('who goes on to type while the wall is on its way stays, and loses nothing', async ({
  page,
}) => {
  const release = await heldBack(page, '**/Offered-*.js')
  await open(page, curve(7))
  await button(page, 'Presenter mode').click()
  const field = page.getByRole('textbox', { name: 'Expression' })
  await field.fill('x^2 + sin(')
  const came = page.waitForEvent('requestfinished', (request) => /Offered-/.test(request.url()))
  release()
  await came
  await page.evaluate(() => new Promise((next) => setTimeout(() => requestAnimationFrame(next))))
  await expect(problem(page)).toBeVisible()
  await expect(field).toHaveValue('x^2 + sin(')
  await expect(page).toHaveURL(/#\/curve/)
  // It is asked for once more.
  await field.fill('x^4')
  await button(page, 'Presenter mode').click()
  await onWall(page, 'Curve: x^4')
})

test('the spotlight leaves light where the pointer is, and Escape brings it all back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(three)
  await onWall(page, 'Scene 1', 1)
  await untilTypeset(page)
  const heading = page.getByRole('heading', { level: 1 })
  const box = await heading.boundingBox()
  if (!box) throw new Error('There is no heading')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const [pointedAt, elsewhere] = [
    { x: x - 20, y: y - 10, width: 40, height: 20 },
    { x: 900, y: 500, width: 40, height: 20 },
  ]
  const seen = (clip: typeof pointedAt) => page.screenshot({ clip, animations: 'disabled' })
  const lit = { there: await seen(pointedAt), elsewhere: await seen(elsewhere) }
  await button(page, 'Spotlight').click()
  await page.mouse.move(x, y)
  await expect.poll(async () => lit.there.equals(await seen(pointedAt))).toBe(true)
  expect(lit.elsewhere.equals(await seen(elsewhere))).toBe(false)
  await page.keyboard.press('Escape')
  await expect.poll(async () => lit.elsewhere.equals(await seen(elsewhere))).toBe(true)
  await expect(button(page, 'Spotlight')).toHaveAttribute('aria-pressed', 'false')
})

test('the timer is the same in both windows, stands when it is told to, and begins anew', async ({
  page,
}) => {
  await page.clock.install({ time: 0 })
  await page.goto(three)
  await onWall(page, 'Scene 1', 1)
  const speaker = await speakerOf(page)
  const timer = (window: Page) => window.getByRole('button', { name: /^Timer/ })
  await expect(timer(page)).toHaveText('Timer 0:00')
  await timer(page).click()
  await expect(timer(speaker)).toHaveAttribute('aria-pressed', 'true')
  await page.clock.pauseAt(65_500 + (await page.evaluate(() => Date.now())))
  await expect(timer(page)).toHaveText(/^Timer 1:0[56]$/)
  await timer(speaker).click()
  await expect(timer(page)).toHaveAttribute('aria-pressed', 'false')
  const stood = await timer(page).textContent()
  await page.clock.runFor(60_000)
  expect(await timer(page).textContent()).toBe(stood)
  await button(speaker, 'Reset timer').click()
  await expect(timer(page)).toHaveText('Timer 0:00')
})

test('a clicker leads the talk where it fills the screen, and F ends that', async ({ page }) => {
  await page.goto(three)
  await onWall(page, 'Scene 1', 1)
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null)
  await button(page, 'Full screen').click()
  await expect.poll(isFull).toBe(true)
  await page.keyboard.press('PageDown')
  await onWall(page, '2 of 3', 2)
  await page.keyboard.press('b')
  await expect(button(page, 'Show the scene again')).toBeVisible()
  await page.keyboard.press('PageDown')
  await onWall(page, '3 of 3', 3)
  await page.keyboard.press('PageUp')
  await onWall(page, '2 of 3', 2)
  expect(await isFull()).toBe(true)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(false)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBe(true)
  await button(page, 'End').click()
  await expect(page.getByRole('banner')).toBeVisible()
  await expect.poll(isFull).toBe(false)
})

const names = (page: Page) =>
  page
    .getByRole('textbox', { name: /^Name of scene/ })
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))

test('a scene is dragged to another place, and back by Undo', async ({ page }) => {
  await page.goto(three.replace('present', 'present/edit'))
  const rows = page.getByRole('list', { name: 'Scenes' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  const handle = (i: number) => rows.nth(i).getByTitle('Drag to another place')
  await handle(0).dragTo(rows.nth(2))
  await expect.poll(() => names(page)).toEqual(['Scene 2', 'Scene 3', 'Scene 1'])
  await expect(page.getByText('“Scene 1” is scene 3 of 3')).toBeVisible()
  await handle(2).dragTo(rows.nth(1))
  await expect.poll(() => names(page)).toEqual(['Scene 2', 'Scene 1', 'Scene 3'])
  await button(page, 'Undo').click()
  await button(page, 'Undo').click()
  await expect.poll(() => names(page)).toEqual(['Scene 1', 'Scene 2', 'Scene 3'])
})

test('a talk that is dropped anywhere is the one that is being made', async ({ page }) => {
  const talk = { talk: 'Dropped', scenes: [{ link: curve(4), name: 'First' }, { link: curve(5) }] }
  const drop = (name: string, text: string) =>
    page.evaluate(
      (file) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([file.text], file.name))
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true }))
      },
      { name, text },
    )
  await open(page)
  await drop('mine.json', JSON.stringify(talk))
  await expect(page).toHaveURL(/#\/present\/edit\?title=Dropped&scene=/)
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Dropped')
  await expect.poll(() => names(page)).toEqual(['First', ''])
  // Where talks are made it takes the place of the one before, which Undo brings back.
  await drop('next.json', JSON.stringify({ ...talk, talk: 'Another' }))
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Another')
  await button(page, 'Undo').click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Dropped')
  await drop('none.json', '{"scenes": []}')
  await expect(problem(page)).toContainText('none.json has no scenes')
})

test('what was added to a talk is there when one comes back to it, or loads it anew at once', async ({
  page,
}) => {
  await page.goto(talkOf(curve(1)).replace('present', 'present/edit'))
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.fill('Mine')
  await expect(page).toHaveURL(/title=Mine/)
  await page.getByRole('link', { name: /^#\/curve/ }).click()
  await button(page, 'Add this view').click()
  await expect(page.getByRole('status').filter({ hasText: '2 scenes' })).toBeVisible()
  await page.goBack()
  await expect.poll(() => names(page)).toEqual(['Scene 1', ''])
  await title.fill('Mine, and more')
  await page.reload()
  await expect(title).toHaveValue('Mine, and more')
  await expect.poll(() => names(page)).toEqual(['Scene 1', ''])
  // A link that someone follows is another talk.
  await page.goto(talkOf(curve(3), curve(4), curve(5)).replace('present', 'present/edit'))
  await expect.poll(() => names(page)).toEqual(['Scene 1', 'Scene 2', 'Scene 3'])
})
