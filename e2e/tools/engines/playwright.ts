// Chromium and Firefox, driven by Playwright: Debian's Firefox ESR speaks WebDriver BiDi.
import { readFileSync } from 'node:fs'
import { type Browser, chromium, firefox } from 'playwright'
import { noiseOf } from '../../noise.ts'
import { browserArguments, findBrowser, installed } from '../browser.mjs'
import type { Driver, Engine, Running, Thing } from './driver.ts'

export const chromiumEngine: Engine = {
  id: 'chromium',
  async start() {
    const executablePath = findBrowser()
    if (!executablePath) return { missing: 'no Chromium or Chrome here, nor at $CHROMIUM_PATH' }
    return running('Chromium', await chromium.launch({ args: browserArguments, executablePath }))
  },
}

export const firefoxEngine: Engine = {
  id: 'firefox',
  async start() {
    const executablePath = process.env.FIREFOX_PATH ?? installed(['firefox-esr', 'firefox'])
    if (!executablePath)
      return {
        missing: 'no firefox-esr or firefox here, nor at $FIREFOX_PATH (Debian: firefox-esr)',
      }
    return running('Firefox', await firefox.launch({ channel: 'moz-firefox', executablePath }))
  },
}

const running = (name: string, browser: Browser): Running => ({
  name: `${name} ${browser.version()}`,
  visit: () => visit(browser),
  close: () => browser.close(),
})

async function visit(browser: Browser): Promise<Driver> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  let noise: readonly string[] = []
  const locate = ({ role, name }: Thing) =>
    page.getByRole(role, { name, exact: true }).filter({ visible: true }).first()
  return {
    async open(address) {
      noise = noiseOf(page, new URL(address).origin)
      await page.goto(address)
    },
    async ask(thing, question) {
      const found = locate(thing)
      return (await found.count()) ? found.evaluate(question) : undefined
    },
    click: (thing) => locate(thing).click(),
    press: (key) => page.keyboard.press(key),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 5 })
      await page.mouse.up()
    },
    async download(act) {
      const [download] = await Promise.all([page.waitForEvent('download'), act()])
      return readFileSync(await download.path())
    },
    noise: async () => noise,
    close: () => context.close(),
  }
}
