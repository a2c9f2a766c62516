// Chromium and Firefox, driven by Playwright: Debian's Firefox ESR speaks WebDriver BiDi.
import { type Browser, chromium, firefox } from 'playwright'
import { noiseOf } from '../../noise.ts'
import { browserArguments, findBrowser, installed } from '../browser.mjs'
import type { Driver, Engine, Running, Thing } from './driver.ts'
import { createInbox, type Inbox } from './inbox.ts'

export const chromiumEngine: Engine = {
  id: 'chromium',
  async start() {
    const executablePath = findBrowser()
    if (!executablePath) return { missing: 'no Chromium or Chrome here, nor at $CHROMIUM_PATH' }
    return running('Chromium', (inbox) =>
      chromium.launch({ ...inbox, args: browserArguments, executablePath }),
    )
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
    return running('Firefox', (inbox) =>
      firefox.launch({ ...inbox, channel: 'moz-firefox', executablePath }),
    )
  },
}

type Launch = (options: { readonly downloadsPath: string }) => Promise<Browser>

async function running(name: string, launch: Launch): Promise<Running> {
  // Of a file that Firefox saves without going anywhere, Playwright tells nothing: what comes is looked for.
  const inbox = createInbox()
  const browser = await launch({ downloadsPath: inbox.folder })
  return {
    name: `${name} ${browser.version()}`,
    visit: () => visit(browser, inbox),
    async close() {
      await browser.close()
      inbox.remove()
    },
  }
}

async function visit(browser: Browser, inbox: Inbox): Promise<Driver> {
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
    download: inbox.awaits,
    noise: async () => noise,
    close: () => context.close(),
  }
}
