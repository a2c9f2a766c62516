// Talks: gathered from the page, saved, opened elsewhere, led by a clicker with the notes in a second window.
import type { Browser, Locator, Page } from '@playwright/test'
import qrcode from 'qrcode-generator'
import { expectAccessible, rulesOf } from './axe.ts'
import { expect, open, outcome, overflow, problem, test } from './test.ts'

const curve = (start: number) => `#/curve?f=x^2&start=${start}&steps=5&run=sgd(lr=0.1)`
const talkOf = (...links: readonly string[]) =>
  `#/present?${links.map((link, i) => `scene=${encodeURIComponent(link)}&name=Scene ${i + 1}&note=Say ${i + 1}`).join('&')}`
const ten = talkOf(...Array.from({ length: 10 }, (_, i) => curve(i + 1)))

const start = (page: Page) => page.getByRole('slider', { name: 'Start', exact: true })
const button = (page: Page | Locator, name: string) =>
  page.getByRole('button', { name, exact: true })
const status = (page: Page) => page.getByRole('status').filter({ hasText: /./ })

/** Waits until a scene is on the wall. */
async function onWall(page: Page, name: string, at?: number) {
  await expect(page.getByRole('region', { name: 'Talk' })).toContainText(name)
  if (at !== undefined) await expect(start(page)).toHaveAttribute('aria-valuenow', String(at))
}

/** Opens the lecturer's window. */
async function speakerOf(page: Page): Promise<Page> {
  const [speaker] = await Promise.all([
    page.waitForEvent('popup'),
    button(page, 'Speaker view').click(),
  ])
  await expect(speaker.getByRole('region', { name: 'Notes' })).toBeVisible()
  return speaker
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
  await handle.focus()
  await speaker.keyboard.press('Home')
  const least = String(await handle.getAttribute('aria-valuenow'))
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
  await start(page).focus()
  await page.keyboard.press('Home')
  const least = await start(page).getAttribute('aria-valuenow')
  await button(page, 'Add this view').click()
  await onWall(page, '1 of 2')
  await page.keyboard.press('PageDown')
  await onWall(page, '2 of 2', Number(least))
  await page.getByRole('link', { name: 'Edit' }).click()
  await expect(page.getByRole('list', { name: 'Scenes' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('link', { name: `start=${least}` })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  test.describe(`a hall with a projector, ${theme}`, () => {
    test.use({
      viewport: { width: 1920, height: 1080 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    })

    test('everything is read from the back row', async ({ page }) => {
      const graph = '#/graph?f=2*(x*y%2Bmax(z,w))&start=x:3,y:-4,z:2,w:-1&at=6'
      const surface = '#/surface?f=bowl&start=-4,2.5&steps=20&at=3&run=adam(lr=0.02)'
      await page.goto(talkOf('#/curve?f=tanhsin&at=3&run=adam(lr=2)', surface, graph))
      for (const scene of [1, 2, 3]) {
        await onWall(page, `${scene} of 3`)
        await expect(page.getByRole('main').locator('.katex').last()).toBeVisible()
        await expect.poll(() => smallWords(page)).toEqual([])
        await expectAccessible(page, 'color-contrast-enhanced')
        await page.keyboard.press('PageDown')
      }
    })
  })

/** Words below 24 pixels, and formulas below 32. */
const smallWords = (page: Page) =>
  page.evaluate(() => {
    const least = { text: 24, formula: 32 }
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement
      if (
        !element ||
        !node.nodeValue?.trim() ||
        !element.checkVisibility({ opacityProperty: true })
      )
        continue
      if (element.closest('.visually-hidden, .katex-mathml, option, [hidden]')) continue
      // Raised and lowered signs are part of their formula.
      const formula = element.closest('.katex')
      const { fontSize } = getComputedStyle(formula ?? element)
      const drawn = element.closest('svg')
      const zoom = drawn ? ((element as unknown as SVGGraphicsElement).getScreenCTM()?.a ?? 1) : 1
      const size = Number.parseFloat(fontSize) * zoom
      if (size < least[formula ? 'formula' : 'text'] - 0.05)
        found.push(`${node.nodeValue.trim().slice(0, 40)}: ${size.toFixed(1)}`)
    }
    return [...new Set(found)]
  })

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
  await onWall(page, 'Curve: soda', 1.5)
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

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing where talks are made and led, in the ${theme} theme`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const rules = rulesOf(theme)
    await page.goto(talkOf(curve(1), '#/nowhere').replace('present', 'present/edit'))
    await expect(page.getByRole('list', { name: 'Scenes' })).toBeVisible()
    await expectAccessible(page, ...rules)
    await page.goto(talkOf(curve(1), curve(2)))
    await onWall(page, 'Scene 1', 1)
    await button(page, 'Panels').click()
    await page.getByRole('checkbox', { name: 'Controls' }).check()
    await expectAccessible(page, ...rules)
    await page.keyboard.press('Escape')
    await button(page, 'QR code').click()
    await expectAccessible(page, ...rules)
    const speaker = await speakerOf(page)
    await expect(speaker.getByRole('region', { name: 'Plot' }).first()).toBeVisible()
    await expectAccessible(speaker, ...rules)
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('nothing is wider than the screen', async ({ page }) => {
    const isNarrow = async () => expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    await page.goto('#/present')
    await expect(page.getByText('that is a scene')).toBeVisible()
    await isNarrow()
    await page.goto(ten.replace('present', 'present/edit'))
    await expect(page.getByRole('textbox', { name: 'Name of scene 10' })).toBeVisible()
    await isNarrow()
    await page.goto(ten)
    await onWall(page, 'Scene 1', 1)
    await isNarrow()
  })
})
