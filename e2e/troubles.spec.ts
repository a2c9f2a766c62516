// What a browser may refuse: files, storage, the address bar, the whole screen. And problems that come twice.
import type { Page } from '@playwright/test'
import { limits } from '../src/core/limits.ts'
import { expect, open, problem, test } from './test.ts'

const link = '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)'

/** Drops a file that is not what it should be. */
const drop = (page: Page, kind: 'gone' | 'large' | 'other') =>
  page.evaluate(
    ({ kind, most }) => {
      const file = new File([kind === 'large' ? 'a'.repeat(most + 1) : '{}'], `${kind}.json`)
      const text = () => Promise.reject(new DOMException('Not found', 'NotFoundError'))
      if (kind === 'gone') Object.assign(file, { text })
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(file)
      // What is taken out of a transfer is a copy, unless the transfer is one's own.
      Object.defineProperty(dataTransfer, 'files', { value: [file] })
      dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    },
    { kind, most: limits.file.most },
  )

for (const [kind, words] of [
  ['gone', 'gone.json could not be read: it is a folder, or it is gone.'],
  ['large', `large.json ${limits.file.words}.`],
  ['other', 'other.json has no f'],
] as const) {
  test(`a dropped file that is ${kind} leaves everything as it was, with a sentence`, async ({
    page,
  }) => {
    await open(page, link)
    await drop(page, kind)
    await expect(problem(page)).toContainText(words)
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2')
  })
}

test('the same problem again is said again, and once', async ({ page }) => {
  await open(page, link)
  await drop(page, 'gone')
  const sentence = problem(page).getByText('gone.json could not be read')
  const first = await sentence.elementHandle()
  await drop(page, 'gone')
  await expect.poll(() => first?.evaluate((element) => element.isConnected)).toBe(false)
  await expect(sentence).toHaveCount(1)
})

test('of problems that are equal none stays when another comes', async ({ page }) => {
  await open(page, '#/curve?f=x^2&start=2&steps=5&run=foo&run=foo')
  await expect(problem(page).getByText('foo')).toHaveCount(1)
  await drop(page, 'gone')
  await expect(problem(page)).toContainText('gone.json')
  await expect(problem(page).getByText('foo')).toHaveCount(0)
})

for (const [what, refuse] of [
  [
    'nothing can be kept',
    () => {
      const fail = () => {
        throw new DOMException('Full', 'QuotaExceededError')
      }
      Object.assign(Storage.prototype, { setItem: fail, getItem: fail, removeItem: fail })
    },
  ],
  [
    'the store itself is forbidden',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError')
        },
      }),
  ],
] as const) {
  test(`where ${what}, preferences hold until the page is left`, async ({ page }) => {
    await page.addInitScript(refuse)
    await open(page, link)
    await page.getByRole('checkbox', { name: 'Log scale' }).check()
    await expect(page.getByRole('checkbox', { name: 'Log scale' })).toBeChecked()
    await page.getByRole('button', { name: 'Theme' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await expect(problem(page)).toBeHidden()
  })
}

test('an address bar that refuses gets the link later, and nothing is said', async ({ page }) => {
  await page.addInitScript(() => {
    const own = history.replaceState
    let refusals = 0
    history.replaceState = function (...how) {
      if (refusals++ < 2) throw new DOMException('Too many', 'SecurityError')
      own.apply(this, how)
    }
  })
  await open(page, link)
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('7')
  await expect(page).toHaveURL(/steps=7/)
  await expect(problem(page)).toBeHidden()
})

for (const [what, refuse] of [
  [
    'forbidden',
    () => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Permissions'))
    },
  ],
  ['unknown', () => Reflect.deleteProperty(Element.prototype, 'requestFullscreen')],
] as const) {
  test(`a full screen that is ${what} is said to be so`, async ({ page }) => {
    await page.addInitScript(refuse)
    await open(page, link)
    await page.keyboard.press('f')
    await expect(problem(page)).toContainText('does not let the page fill the screen')
  })
}
