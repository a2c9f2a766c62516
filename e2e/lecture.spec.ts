// A lecturer's hour: a talk gathered from the page, saved, opened elsewhere, led, and taken home by a QR code.
import type { Browser, Page } from '@playwright/test'
import qrcode from 'qrcode-generator'
import { button, onWall, speakerOf, status } from './talk.ts'
import { expect, open, outcome, test } from './test.ts'

/** What a QR code holds, compared with what the library itself makes of a link: dark squares, row by row. */
async function expectCodeOf(page: Page, link: string) {
  const code = qrcode(0, 'L')
  code.addData(link)
  code.make()
  const size = code.getModuleCount()
  const image = page.getByRole('img', { name: 'QR code of the link' })
  const drawn = await image.locator('path').evaluate((path: SVGPathElement, modules) => {
    const at = (x: number, y: number) => path.isPointInFill(new DOMPoint(x + 4.5, y + 4.5))
    return Array.from({ length: modules }, (_, y) =>
      Array.from({ length: modules }, (_, x) => (at(x, y) ? '#' : '.')).join(''),
    )
  }, size)
  expect(drawn).toEqual(
    Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (_, x) => (code.isDark(y, x) ? '#' : '.')).join(''),
    ),
  )
}

const views = [
  '#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)',
  '#/curve?f=soda&start=1.5&steps=10&run=sgd(lr=5)',
  '#/surface?f=bowl&start=-4,2.5&steps=20&run=sgd(lr=0.02)',
  '#/graph?f=2*(x*y%2Bmax(z,w))&start=x:3,y:-4,z:2,w:-1',
  '#/network?data=xor(n=40)&layers=3:2&batch=8&epochs=2&seed=1&run=adam(lr=0.02)',
  '#/curve?f=x^2&start=2&steps=5&at=3&run=sgd(lr=0.1)',
]

test("a lecturer's hour: from an empty talk to the audience's telephones", async ({
  page,
  browser,
}) => {
  for (const [i, view] of views.entries()) {
    await open(page, view)
    await button(page, 'Add this view').click()
    await expect(status(page).filter({ hasText: 'Added to your talk' })).toContainText(
      i ? `${i + 1} scenes` : 'its first scene',
    )
  }
  await page.getByRole('link', { name: 'Your talk' }).click()
  const scenes = page.getByRole('list', { name: 'Scenes' }).getByRole('listitem')
  await expect(scenes).toHaveCount(6)
  await page.getByRole('textbox', { name: 'Title' }).fill('One hour')
  await page.getByRole('textbox', { name: 'Name of scene 6' }).fill('Last')
  await page.getByRole('textbox', { name: 'Note of scene 6' }).fill('Ask who has seen it')
  await button(page, 'Move scene 2 up').press('Enter')
  await expect(button(page, 'Move scene 1 up')).toBeFocused()
  await expect(scenes.first()).toContainText('f=soda')
  await button(page, 'Remove scene 1').click()
  await button(page, 'Undo').click()
  await expect(scenes).toHaveCount(6)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save talk').click(),
  ])
  expect(saved.suggestedFilename()).toBe('One-hour.json')

  const link = await hold(browser, await saved.path())
  // Whoever has read the code off the wall is in the lab, at what was shown.
  await open(page, link)
  await expect(page.getByRole('button', { name: 'Presenter mode' })).toBeVisible()
  await expect(page.getByText('step 4 of 5')).toBeVisible()
})

/** Holds a talk in another browser, without network. @returns the link that was on the wall at the end */
async function hold(browser: Browser, file: string): Promise<string> {
  const context = await browser.newContext({ serviceWorkers: 'allow', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('#/present')
  await expect(page.getByText('that is a scene')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated')
  await context.setOffline(true)
  await page.goto('about:blank')
  await page.goto('#/present')
  await expect(page.getByText('that is a scene')).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('link', { name: 'Present', exact: true }).click()
  await onWall(page, 'Curve: Soda can', 1.5)
  const speaker = await speakerOf(page)
  await page.keyboard.press('PageDown')
  await onWall(page, '2 of 6', 8)
  await page.keyboard.press('b')
  const black = button(page, 'Show the scene again')
  await expect(black).toBeVisible()
  await expect(page.getByRole('region', { name: 'Talk' })).toHaveCSS('opacity', '0')
  await expect(button(speaker, 'Black screen')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('PageDown')
  await expect(black).toBeHidden()
  for (let scene = 4; scene <= 6; scene++) {
    await page.keyboard.press('PageDown')
    await onWall(page, `${scene} of 6`)
  }
  await expect(speaker.getByRole('region', { name: 'Notes' })).toHaveText('Ask who has seen it')
  await expect(outcome(page)).not.toBeEmpty()
  await button(page, 'Step forward').click()
  await button(page, 'QR code').click()
  const link = page.getByRole('region', { name: 'QR code' }).getByRole('link')
  await expect(link).toHaveText(/at=4/)
  const address = await link.innerText()
  await expectCodeOf(page, address)
  await page.keyboard.press('Escape')
  await expect(link).toBeHidden()
  await context.close()
  return address
}
