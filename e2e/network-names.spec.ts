// Controls of the network lab are found by their names: no two say the same.
import type { Page } from '@playwright/test'
import { region } from './network.ts'
import { expect, open, outcome, test } from './test.ts'

const race =
  '#/network?data=moons(n=60)&layers=4:3&batch=20&epochs=10&at=5&run=adam(lr=0.02)&run=sgd(lr=0.1)&change=3(lr=0.1)'
const states = {
  'at the beginning': { link: '#/network' },
  'in a race': { link: race },
  'in a race of curves': { link: race.replace('moons', 'sine') },
  'with points of one’s own': {
    link: '#/network?data=points&points=0:1:0;2:3:1;1:1:2;2:2:2&layers=4:3&loss=cross-entropy&epochs=10&at=5',
  },
  'by hand': {
    link: '#/network?data=xor(n=60)&layers=4:2&epochs=9&at=4',
    async to(page: Page) {
      await region(page, 'By hand').getByRole('button', { name: 'Show all lines' }).click()
      await region(page, 'Network').getByRole('button', { name: 'Hidden layer 2, unit 1' }).click()
    },
  },
  'on the loss landscape': {
    link: race,
    async to(page: Page) {
      await page.getByRole('button', { name: 'Loss landscape' }).click()
      const landscape = region(page, 'Loss landscape')
      await landscape.getByRole('combobox', { name: 'Plane' }).selectOption('random')
      await expect(landscape.getByRole('slider', { name: 'Moment' })).toBeVisible()
    },
  },
} as const satisfies Record<string, { link: string; to?: (page: Page) => Promise<void> }>

/** Groups by these names stand in the panel, and around pictures side by side. */
const racers = ['Adam', 'SGD']
/** What holds a value; one of a hyper-parameter has two, within the group of its racer. */
const values = ['slider', 'spinbutton', 'combobox', 'textbox']
const others = ['button', 'checkbox', 'switch', 'radio', 'link', 'region', 'table']

interface Control {
  readonly role: string
  readonly name: string
  /** The named groups and regions around it, from the outside. */
  readonly within: readonly string[]
}

/** All that the page has for those who do not see it. */
async function controlsOf(page: Page): Promise<Control[]> {
  const around: { readonly depth: number; readonly name: string }[] = []
  const found: Control[] = []
  for (const line of (await page.locator('body').ariaSnapshot()).split('\n')) {
    const [, indent = '', role = '', name = ''] =
      /^( *)- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line) ?? []
    if (!role) continue
    while ((around.at(-1)?.depth ?? -1) >= indent.length) around.pop()
    if ([...values, ...others].includes(role))
      found.push({ role, name, within: around.map((one) => one.name) })
    if (name && ['group', 'region'].includes(role)) around.push({ depth: indent.length, name })
  }
  return found
}

for (const [state, { link, ...more }] of Object.entries(states))
  test(`no two controls have one name ${state}`, async ({ page }) => {
    await open(page, link)
    await expect(outcome(page)).toContainText(/epoch/)
    const rates = region(page, 'Optimizers').getByRole('slider', { name: 'Learning rate' })
    await expect(rates).toHaveCount(link.split('run=').length - 1 || 1)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
      for (const one of document.querySelectorAll<HTMLElement>('[aria-expanded=false]'))
        if (!one.hasAttribute('aria-haspopup')) one.click()
    })
    if ('to' in more) await more.to(page)
    const controls = await controlsOf(page)
    expect(controls.length).toBeGreaterThan(40)
    const spoken = controls.map(({ role, name, within }) => {
      const racer = within.find((one) => racers.includes(one))
      const kind = values.includes(role) && !racer ? 'value' : role
      return `${racer ? `${within[0]} of ${racer}: ` : ''}${kind} ${name}`
    })
    expect(spoken.filter((one, i) => spoken.indexOf(one) !== i)).toEqual([])
    expect(controls.filter(({ name }) => !name)).toEqual([])
  })
