// Labs in pages of other origins: just the panels that are asked for, in a frame of any size, and everything around it as
// it was.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, FrameLocator, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { noiseOf } from './noise.ts'
import { test as base, expect, open, overflow, problem } from './test.ts'

const test = base.extend<object, { elsewhere: string }>({
  /** Another origin, whose page is what its query says. */
  elsewhere: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off its first parameter
    async ({}, use) => {
      const server = createServer(({ url = '' }, response) => {
        const html = new URL(url, 'http://other').searchParams.get('html')
        response.setHeader('content-type', 'text/html;charset=utf-8')
        response.end(`<!doctype html><html lang="en"><title>Notes</title>${html ?? ''}`)
      }).listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      server.close()
    },
    { scope: 'worker' },
  ],
  quiet: async ({ page, baseURL, elsewhere }, use) => {
    const noise = noiseOf(page, new URL(baseURL ?? '').origin)
    await use(undefined)
    expect(noise.filter((line) => line !== `request to ${elsewhere}`)).toEqual([])
  },
})

const curve = '#/curve?f=x^2&start=3&steps=40&run=sgd(lr=0.05)'
const surface = '#/surface?f=x^2+10y^2&start=3,-1&steps=30&run=sgd(lr=0.01)'

const frame = (page: Page, name: string) => page.frameLocator(`iframe[title="${name}"]`)
const frameOf = async (page: Page, name: string) =>
  (await (await page.locator(`iframe[title="${name}"]`).elementHandle())?.contentFrame()) as Frame
const iteration = (inside: FrameLocator) => inside.getByRole('slider', { name: 'Iteration' })

/** Opens a page of the other origin that shows some addresses of this one in frames called first, second, … */
async function embed(page: Page, elsewhere: string, ...sources: string[]) {
  const names = ['first', 'second']
  const frames = sources.map((source, i) => {
    const src = source.replaceAll('&', '&amp;')
    return `<iframe title="${names[i]}" src="${src}" width="600" height="400"></iframe>`
  })
  const html = `<main><h1>Notes</h1><input aria-label="Mine" autofocus>${frames.join('')}</main>`
  await page.goto(`${elsewhere}/?html=${encodeURIComponent(html)}`)
}

test('a page of another origin shows just the panels, which play, change and know their keys', async ({
  page,
  baseURL,
  elsewhere,
}) => {
  await embed(page, elsewhere, `${baseURL}?embed=plot,time${curve}`)
  const around = page.url()
  const lab = frame(page, 'first')
  await expect(lab.getByRole('region', { name: 'Plot' })).toBeVisible()
  await expect(lab.getByRole('button', { name: 'Play' })).toBeVisible()
  await expect(iteration(lab)).toBeVisible()
  // Nobody has gone into the frame.
  await expect(page.getByRole('textbox', { name: 'Mine' })).toBeFocused()
  for (const name of ['Update rule', 'Trace', 'Loss', 'Optimizers'])
    await expect(lab.getByRole('region', { name, exact: true })).toHaveCount(0)
  await expect(lab.getByRole('banner')).toHaveCount(0)
  await expect(lab.getByRole('combobox', { name: 'Function' })).toHaveCount(0)

  await lab.getByRole('button', { name: 'Step forward' }).click()
  await page.keyboard.press('ArrowRight')
  await expect(iteration(lab)).toHaveValue('2')
  await page.keyboard.press('r')
  await expect(iteration(lab)).toHaveValue('0')
  await lab.getByRole('slider', { name: 'Start' }).focus()
  await page.keyboard.press('ArrowLeft')
  const inside = await frameOf(page, 'first')
  await expect.poll(() => decodeURIComponent(inside.url())).not.toContain('start=3&')
  expect(inside.url()).toContain('?embed=plot,time#/curve')
  await lab.getByRole('button', { name: 'Play' }).click()
  await expect(iteration(lab)).not.toHaveValue('0')
  expect(page.url()).toBe(around)
  expect(await page.title()).toBe('Notes')

  const way = lab.getByRole('link', { name: 'Open in Descent' })
  await way.focus()
  const href = (await way.getAttribute('href')) ?? ''
  expect(href).toMatch(/^\/#\/curve\?/)
  expect(href).not.toContain('start=3&')
  await expect(way).toHaveAttribute('target', '_blank')
})

test('two frames on one page leave each other alone', async ({ page, baseURL, elsewhere }) => {
  await embed(page, elsewhere, `${baseURL}?embed${curve}`, `${baseURL}?embed=plot,time${surface}`)
  const [first, second] = [frame(page, 'first'), frame(page, 'second')]
  await second.getByRole('button', { name: 'Step forward' }).click()
  await first.getByRole('button', { name: 'Step forward' }).click()
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight')
  await expect(iteration(first)).toHaveValue('3')
  await expect(iteration(second)).toHaveValue('1')
  await first.getByRole('spinbutton', { name: 'Start x' }).fill('2')
  await expect
    .poll(async () => decodeURIComponent((await frameOf(page, 'first')).url()))
    .toContain('start=2&')
  expect(decodeURIComponent((await frameOf(page, 'second')).url())).toContain('start=3,-1')
})

test('a frame waits for no paint: without its panels there is none, and not every browser tells of it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    PerformanceObserver.prototype.observe = () => {}
  })
  await page.goto('?embed=plot#/curve')
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
})

test('where a frame may keep nothing it works all the same', async ({
  page,
  baseURL,
  elsewhere,
}) => {
  await page.addInitScript(() => {
    const forbid = () => {
      throw new DOMException('Forbidden', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: forbid })
  })
  await embed(page, elsewhere, `${baseURL}?embed${curve}`)
  const lab = frame(page, 'first')
  await lab.getByRole('button', { name: 'Loss', exact: true }).click()
  await expect(lab.getByRole('img', { name: 'Loss over 40 steps' })).toBeVisible()
})

test('the HTML that the page gives shows in another page what was seen here', async ({
  page,
  elsewhere,
}) => {
  await open(page, `${surface}&at=4`)
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share' })
  await dialog.getByRole('checkbox', { name: 'Rule' }).check()
  await dialog.getByRole('checkbox', { name: 'Time' }).uncheck()
  await dialog.getByRole('spinbutton', { name: 'Width' }).fill('640')
  await dialog.getByRole('spinbutton', { name: 'Height' }).fill('700')
  await expectAccessible(page)
  const area = dialog.getByRole('textbox', { name: 'HTML' })
  await expect(area).toHaveValue(/width="640" height="700"/)
  const code = await area.inputValue()
  expect(code).toContain('loading="lazy"')
  await page.goto(`${elsewhere}/?html=${encodeURIComponent(`<p>Look:</p>${code}`)}`)
  const lab = frame(page, 'Descent: Surface')
  await expect(lab.getByRole('region', { name: 'Plot' })).toBeVisible()
  await expect(lab.getByRole('region', { name: 'Update rule' })).toContainText('step 4 → 5')
  await expect(lab.getByRole('group', { name: 'Transport' })).toHaveCount(0)
})

const labs = { curve, surface, graph: '#/graph', network: '#/network' }

for (const [name, link] of Object.entries(labs))
  test(`plot and time of the ${name} lab fill a frame of any size`, async ({ page }) => {
    await page.goto(`?embed=plot,time${link}`)
    const way = page.getByRole('link', { name: 'Open in Descent' })
    for (const [width, height] of [
      [320, 240],
      [360, 640],
      [640, 360],
      [1200, 420],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect(page.getByRole('button', { name: 'Play' })).toBeInViewport({ ratio: 1 })
      await expect(way).toBeInViewport({ ratio: 1 })
      await expect.poll(() => overflow(page)).toEqual({ across: 0, down: 0 })
    }
  })

test('what names no panel is said, and the rest is shown', async ({ page }) => {
  await page.goto(`?embed=plot,knobs${curve}`)
  await expect(problem(page)).toContainText('knobs')
  await expect(problem(page)).toContainText('controls')
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveCount(0)
  await expectAccessible(page)
})
