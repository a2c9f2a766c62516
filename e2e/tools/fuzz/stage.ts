// One case on its stage: a page of its own, with all that is heard and seen of it.
import type { Browser, Page } from '@playwright/test'
import { mortal } from '../../mortal.ts'
import { noiseOf } from '../../noise.ts'

/** Nothing takes so long: only what never comes does (ms). */
export const patience = 45_000

/** Something that is done to the page; a case is a list of them. */
export interface Action {
  readonly words: string
  readonly act: (stage: Stage) => Promise<unknown>
}

export interface Stage {
  readonly page: Page
  readonly address: string
  /** What the page must not have done. */
  readonly noise: readonly string[]
  /** What was done so far, in words. */
  readonly done: string[]
  /** Files of the build that do not come, by their names. */
  readonly refused: Set<string>
  readonly kill: (bits?: number) => Promise<number>
  readonly close: () => Promise<void>
}

/** What runs in the page before its own code: so it is known when a file is read, and everything that was said. */
function watch() {
  const reading = new Set<Promise<unknown>>()
  const said = new Set<string>()
  const own = Blob.prototype.text
  Blob.prototype.text = function () {
    const text = own.call(this)
    reading.add(text)
    const done = () => void reading.delete(text)
    text.then(done, done)
    return text
  }
  const look = () => {
    for (const sentence of document.querySelectorAll('[role=alert] p'))
      if (sentence.checkVisibility()) said.add(sentence.textContent ?? '')
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['hidden'],
  })
  const frame = () => new Promise((next) => requestAnimationFrame(next))
  // Whoever takes a file asks first how long it is; what does so comes with the first file.
  let takings = 0
  const size = Object.getOwnPropertyDescriptor(Blob.prototype, 'size') ?? {}
  Object.defineProperty(Blob.prototype, 'size', {
    ...size,
    get(this: Blob) {
      takings++
      return size.get?.call(this)
    },
  })
  const isLost = () =>
    [...document.querySelectorAll('[role=alert] p')].some((p) =>
      p.textContent?.includes('did not load'),
    )
  const mostFrames = 600
  const taken = async (before: number) => {
    for (let i = 0; takings === before && !isLost() && i < mostFrames; i++) await frame()
  }
  const settled = async () => {
    while (reading.size) await Promise.allSettled(reading)
    await frame()
    await frame()
  }
  Object.assign(window, { settled, said, taken, takings: () => takings })
}

/** What the page has because of it. */
export interface Watched {
  readonly settled: () => Promise<void>
  /** How many files were taken. */
  readonly takings: () => number
  /** Waits until one more is, or what takes it does not come. */
  readonly taken: (before: number) => Promise<void>
  readonly said: ReadonlySet<string>
}

export async function raise(browser: Browser, address: string, expected?: RegExp): Promise<Stage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const noise = noiseOf(page, new URL(address).origin, expected)
  const refused = new Set<string>()
  await page.addInitScript(watch)
  const kill = await mortal(page)
  await page.route('**/assets/**', (route) =>
    refused.has(new URL(route.request().url()).pathname.replace(/^.*\//, ''))
      ? route.abort()
      : route.continue(),
  )
  return { page, address, noise, done: [], refused, kill, close: () => context.close() }
}
