// A large network is trained by two workers where the page may share memory; the same comes of it as by one.
import type { Page } from '@playwright/test'
import { isolating } from '../build/isolating.mjs'
import { lossesOf } from './network.ts'
import { expect, open, outcome, test } from './test.ts'

const epochs = 60
const link = `#/network?data=sine(n=1000)&split=0.9&layers=256:256&activation=elu&batch=full&epochs=${epochs}&run=adam(lr=0.001)`
const scripts = '**/partnerWorker-*.js'

/** Trains to the end, and reads the losses. */
async function trained(page: Page): Promise<number[]> {
  await open(page, link)
  await page.getByRole('slider', { name: 'Iteration' }).press('End')
  await expect(outcome(page)).toContainText(`Trained for ${epochs} epochs`)
  return lossesOf(page, 'Adam')
}

const partnersOf = (page: Page) =>
  page.workers().filter((worker) => worker.url().includes('/partnerWorker-'))

/** The page comes as from a host that sends no headers of its own. */
const withoutHeaders = (page: Page) =>
  page.route('/', async (route) => {
    const response = await route.fetch()
    const headers = Object.entries(response.headers()).filter(
      ([name]) => !Object.keys(isolating).some((own) => own.toLowerCase() === name),
    )
    await route.fulfill({ response, headers: Object.fromEntries(headers) })
  })

test('a partner comes where memory may be shared, leaves with the lab, and changes nothing', async ({
  page,
  context,
}) => {
  const losses = await trained(page)
  expect(losses).toHaveLength(epochs + 1)
  expect(partnersOf(page)).toHaveLength(1)
  await page.getByRole('link', { name: 'Curve' }).click()
  await expect.poll(() => partnersOf(page).length).toBe(0)
  const other = await context.newPage()
  await withoutHeaders(other)
  expect(await trained(other)).toEqual(losses)
  expect(await other.evaluate(() => crossOriginIsolated)).toBe(false)
  expect(partnersOf(other)).toHaveLength(0)
})

test('a partner that falls silent is given up, and the training goes on', async ({ page }) => {
  // It comes, and answers nothing: the state in the first place says that it is there.
  const body = 'onmessage = ({ data }) => Atomics.store(new Int32Array(data.memory, 0, 1), 0, 1)'
  let asked = 0
  await page.route(scripts, (route) => {
    asked++
    return route.fulfill({ contentType: 'text/javascript', headers: isolating, body })
  })
  expect(await trained(page)).toHaveLength(epochs + 1)
  expect(asked).toBe(1)
  expect(partnersOf(page)).toHaveLength(0)
})

test('small networks are trained by one', async ({ page }) => {
  await open(page, link.replace('256:256', '16:16'))
  await page.getByRole('slider', { name: 'Iteration' }).press('End')
  await expect(outcome(page)).toContainText(`Trained for ${epochs} epochs`)
  expect(partnersOf(page)).toHaveLength(0)
})
