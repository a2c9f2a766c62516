// WebKitGTK, driven by its own WebDriver, on a screen that nobody sees.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { installed } from '../browser.mjs'
import { type Driver, type Engine, places, type Running, type Thing } from './driver.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { soon } from './soon.ts'
import { type Call, calling, dragged, pressed, type Reference } from './webdriver.ts'

const needed = ['WebKitWebDriver', 'xvfb-run']

export const webkitEngine: Engine = {
  id: 'webkit',
  async start() {
    const missing = needed.filter((command) => !installed([command]))
    if (missing.length)
      return {
        missing: `no ${missing.join(', no ')} here (Debian: webkit2gtk-driver, xvfb, xauth)`,
      }
    return running()
  },
}

async function running(): Promise<Running> {
  const inbox = createInbox()
  const port = await freePort()
  const driver = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1280x800x24', needed[0] as string, `--port=${port}`],
    {
      env: { ...process.env, HOME: inbox.folder, XDG_CONFIG_HOME: join(inbox.folder, '.config') },
      stdio: 'ignore',
      detached: true,
    },
  )
  const call = calling(`http://127.0.0.1:${port}`)
  await soon('a WebDriver that answers', () => call('GET', '/status').catch(() => undefined))
  const { sessionId, capabilities }: Session = await call('POST', '/session', { capabilities: {} })
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    deaf: 'what its console says before a page has loaded',
    visit: () => visit(call, `/session/${sessionId}`, inbox),
    async close() {
      // The screen, the driver and its browsers are one group.
      if (driver.pid) process.kill(-driver.pid)
      await new Promise((closed) => driver.once('close', closed))
      inbox.remove()
    },
  }
}

interface Session {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** One browser for all visits: to begin another one takes it too long. What it keeps of a visit is cleared before the next. */
async function visit(call: Call, at: string, inbox: Inbox): Promise<Driver> {
  const run = <T>(script: string, ...args: readonly unknown[]): Promise<T> =>
    call('POST', `${at}/execute/sync`, { script, args })
  const isSeen = 'return arguments[0].checkVisibility({ visibilityProperty: true })'
  const find = finder(call, at, (found) => run(isSeen, found))
  const listen = (): Promise<string[]> => run(`return (${hear})()`)
  await call('POST', `${at}/window/rect`, { width: 1280, height: 768 })
  return {
    async open(address) {
      await call('POST', `${at}/url`, { url: new URL('/robots.txt', address).href })
      await run('localStorage.clear()')
      await call('POST', `${at}/url`, { url: address })
      await listen()
    },
    async ask(thing, question) {
      const found = await find(thing)
      return found && unlessGone(run(`return (${question})(arguments[0])`, found))
    },
    async click(thing) {
      await soon(`${thing.role} ${thing.name}, to click`, async () => {
        const found = await find(thing)
        return found && unlessGone(call('POST', `${at}/element/${idOf(found)}/click`))
      })
    },
    async press(key) {
      await call('POST', `${at}/actions`, pressed(key))
    },
    async drag(from, to) {
      await call('POST', `${at}/actions`, dragged(from, to))
    },
    download: inbox.awaits,
    noise: listen,
    async close() {},
  }
}

const idOf = (reference: Reference): string => Object.values(reference).join()

/** What is asked of an element that the page may have replaced meanwhile: then nothing. */
const unlessGone = <T>(answer: Promise<T>): Promise<T | undefined> => answer.catch(() => undefined)

/** Finds the first thing that can be seen, by the role and the name that the engine itself computes. */
const finder =
  (call: Call, at: string, isSeen: (found: Reference) => Promise<boolean>) =>
  async ({ role, name }: Thing): Promise<Reference | undefined> => {
    const search = { using: 'css selector', value: places[role] }
    const all = await unlessGone<Reference[]>(call('POST', `${at}/elements`, search))
    for (const found of all ?? []) {
      const path = `${at}/element/${idOf(found)}/computedlabel`
      const label = await unlessGone<string>(call('GET', path))
      const fits = typeof name === 'string' ? label === name : name.test(label ?? '')
      if (fits && (await unlessGone(isSeen(found)))) return found
    }
    return undefined
  }

/** Runs in the page: what it has complained of, from the first time that this is asked. */
function hear() {
  const page = window as unknown as { heard?: string[] }
  if (page.heard) return page.heard
  const heard: string[] = []
  page.heard = heard
  addEventListener('error', ({ message }) => heard.push(`error: ${message}`))
  addEventListener('unhandledrejection', ({ reason }) => heard.push(`rejection: ${reason}`))
  addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    heard.push(`against the policy: ${violatedDirective}`),
  )
  const { warn, error } = console
  console.warn = (...words) => heard.push(`warning: ${words.join(' ')}`) && warn(...words)
  console.error = (...words) => heard.push(`error: ${words.join(' ')}`) && error(...words)
  return heard
}
