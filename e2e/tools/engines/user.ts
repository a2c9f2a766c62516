// What someone does on the page, in their own words: the same in every engine.
import type { Driver, Key, Thing } from './driver.ts'
import { soon } from './soon.ts'

export interface User {
  /** Opens a link, as the first page that they see. */
  readonly opens: (link: string) => Promise<void>
  /** Waits for a thing, until it says these words: a field its value, anything else its text. */
  readonly sees: (thing: Thing, words?: RegExp) => Promise<string>
  readonly clicks: (thing: Thing) => Promise<void>
  readonly presses: (...keys: readonly Key[]) => Promise<void>
  /** Drags a thing by so many pixels. */
  readonly drags: (thing: Thing, across: number, down: number) => Promise<void>
  /** The file that an item of the Export menu gives. */
  readonly exports: (item: string) => Promise<Buffer>
}

export function userOf(driver: Driver, site: string): User {
  const sees: User['sees'] = (thing, words = /^/) =>
    soon(`${thing.role} ${thing.name} with ${words}`, async () => {
      const said = await driver.ask(thing, textOf)
      return said !== undefined && words.test(said) ? said : undefined
    })
  const clicks: User['clicks'] = async (thing) => {
    await sees(thing)
    await driver.click(thing)
  }
  return {
    opens: (link) => driver.open(site + link),
    sees,
    clicks,
    async presses(...keys) {
      for (const key of keys) await driver.press(key)
    },
    async drags(thing, across, down) {
      const from = await soon(`${thing.role} ${thing.name}`, () => driver.ask(thing, middleOf))
      await driver.drag(from, { x: from.x + across, y: from.y + down })
    },
    async exports(item) {
      await clicks({ role: 'button', name: 'Export' })
      const name = new RegExp(`^${item}`)
      return driver.download(() => clicks({ role: 'menuitem', name }))
    },
  }
}

// These two run in the page.
const textOf = (element: Element) =>
  element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')

function middleOf(element: Element) {
  element.scrollIntoView({ block: 'nearest' })
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}
