// A large network is trained by two workers where the page may share memory; the same comes of it as by one.
import type { Page } from '@playwright/test'
import { isolating } from '../build/isolating.mjs'
import { lossesOf } from './network.ts'
import { expect, open, outcome, test } from './test.ts'

const last = 12
// Of all this only the beginning is trained, as far as it is looked at.
const link =
  '#/network?data=sine(n=400)&split=0.8&layers=256:256&activation=elu&batch=full&epochs=500&run=adam(lr=0.001)'

/** Trains as far as that, and reads the losses. */
async function trained(page: Page, wait = async () => {}): Promise<number[]> {
  await open(page, link)
  await wait()
  await open(page, `${link}&at=${last}`)
  await expect(outcome(page)).toContainText(`epoch ${last} of 500`)
  return (await lossesOf(page, 'Adam')).slice(0, last + 1)
}

const partnersOf = (page: Page) =>
  page.workers().filter((worker) => /^blob:|\/partnerWorker-/.test(worker.url()))

const started = (page: Page) => expect.poll(() => partnersOf(page).length).toBe(1)

/** The page comes as from a host that sends no headers of its own. */
const withoutHeaders = (page: Page) =>
  page.route('/', async (route) => {
    const response = await route.fetch()
    const headers = Object.entries(response.headers()).filter(
      ([name]) => !Object.keys(isolating).some((own) => own.toLowerCase() === name),
    )
    await route.fulfill({ response, headers: Object.fromEntries(headers) })
  })

/** What stands instead of a partner: it comes, and then answers at once or never. */
const instead = (answer: string) => `onmessage = ({ data: { memory } }) => {
  const head = new Int32Array(memory, 0, 2)
  Atomics.store(head, 0, 1)
  for (;;) {
    Atomics.wait(head, 0, 1)
    ${answer}
  }
}`

/** Lets the worker of trainings start this where it would start its partner. */
async function replacePartner(page: Page, answer: string): Promise<void> {
  const script = JSON.stringify(instead(answer))
  const start = `const Own = Worker
    self.Worker = class extends Own {
      constructor() {
        super(URL.createObjectURL(new Blob([${script}])))
      }
    }`
  await page.route('**/trainingsWorker-*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${await response.text()};${start}` })
  })
}

test('a partner comes where memory may be shared, leaves with the lab, and changes nothing', async ({
  page,
  context,
}) => {
  const losses = await trained(page, () => started(page))
  await page.getByRole('link', { name: 'Curve' }).click()
  await expect.poll(() => partnersOf(page).length).toBe(0)
  const other = await context.newPage()
  await withoutHeaders(other)
  expect(await trained(other)).toEqual(losses)
  expect(await other.evaluate(() => crossOriginIsolated)).toBe(false)
  expect(partnersOf(other)).toHaveLength(0)
})

test('what a partner answers counts, and one that falls silent is given up', async ({
  page,
  context,
}) => {
  // Halves without any slope: then the loss falls otherwise.
  await replacePartner(page, 'Atomics.store(head, 0, 1); Atomics.notify(head, 0)')
  const wrong = await trained(page, () => started(page))
  const other = await context.newPage()
  await replacePartner(other, 'Atomics.wait(head, 0, 2)')
  const right = await trained(other, () => started(other))
  await expect.poll(() => partnersOf(other).length).toBe(0)
  expect(wrong).not.toEqual(right)
})

test('small networks are trained by one', async ({ page }) => {
  await open(page, `${link.replace('256:256', '16:16')}&at=${last}`)
  await expect(outcome(page)).toContainText(/^(Trained for|epoch)/)
  expect(partnersOf(page)).toHaveLength(0)
})
