// Without network after one visit, from any path of a plain host; and two versions, of which nobody sees a mixture.

import { basename } from 'node:path'
import type { Page } from '@playwright/test'
import { isolating } from '../build/isolating.mjs'
import { lessonIds } from '../src/lessons/index.ts'
import { expectAccessible } from './axe.ts'
import { filesOf, lazyParts } from './chunks.ts'
import { kept, looksAgain, test } from './hosted.ts'
import { nextVersion } from './nextVersion.ts'
import { expect, exported, open, outcome } from './test.ts'

test.use({ serviceWorkers: 'allow', reducedMotion: 'reduce' })

const curve = '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)'
const links = {
  curve,
  surface: '#/surface?f=bowl&start=-4,2.5&steps=5&run=sgd(lr=0.02)',
  network: '#/network?data=xor(n=40)&layers=3:2&batch=8&epochs=2&seed=1&run=adam(lr=0.02)',
}

/** What stands beside the labs. */
const elsewhere = ['app/Elsewhere', 'app/home/Home', 'lessons/Lessons', 'presenting/Present'].map(
  (part) => `src/${part}.tsx`,
)
/** All parts that come later, as this version calls them. */
const parts = new Set(
  ['curve', 'surface', 'graph', 'network', 'maps'].flatMap((lab) => lazyParts('index.html', lab)),
)

/** Gets every part that comes later, as the page itself would. */
async function useEverything(page: Page, names = new Map<string, string>()) {
  const files = new Set([...parts, ...elsewhere].flatMap(filesOf))
  const now = [...files].map((file) => `./assets/${names.get(basename(file)) ?? basename(file)}`)
  const failed = await page.evaluate(async (all) => {
    const tried = await Promise.allSettled(
      all.map(async (file) => {
        const address = new URL(file, location.href).href
        if (file.endsWith('.js')) return import(address)
        if (!(await fetch(address)).ok) throw new Error(file)
      }),
    )
    return tried.flatMap((one, i) => (one.status === 'rejected' ? [`${all[i]} ${one.reason}`] : []))
  }, now)
  expect(failed).toEqual([])
}

const filesAsked = (page: Page) =>
  page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1) ?? ''),
  )

test('after one visit every lab and lesson opens, runs and exports without network', async ({
  page,
  context,
  site,
}) => {
  await open(page, curve)
  await kept(page)
  await context.setOffline(true)
  await site.close()
  for (const link of Object.values(links)) {
    await page.goto('about:blank')
    await open(page, link)
    await page.getByRole('button', { name: 'Step forward' }).click()
    // A training is known as far as it has come.
    await expect(async () => {
      expect((await exported(page, 'CSV')).split('\n').length).toBeGreaterThan(3)
    }).toPass()
  }
  // A host that sends no headers has them from the worker.
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await open(page, '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:-1')
  await page.getByRole('button', { name: 'Play' }).click()
  expect(await exported(page, 'CSV')).toContain('operation')
  for (const id of lessonIds) {
    await page.goto(`#/lessons/${id}/1`)
    await expect(page).toHaveTitle(/ · .+ · Descent/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByRole('region', { name: /^Plot|^Graph|^Fit/ }).first()).toBeVisible()
  }
  await page.goto('index.html?more#/')
  await expect(page.getByRole('main').getByRole('region', { name: 'Plot' })).toBeVisible()
})

for (const [words, headers] of [
  ['no headers', {}],
  ['headers that isolate', isolating],
] as const)
  test.describe(`from a host that sends ${words}`, () => {
    test.use({ headers })

    test('the first visit itself goes on without network', async ({ page, context, site }) => {
      await open(page, curve)
      await kept(page)
      await context.setOffline(true)
      await site.close()
      await page.getByRole('link', { name: 'Graph' }).click()
      await page.getByRole('button', { name: 'Play' }).click()
      await page.getByRole('link', { name: 'Network' }).click()
      await page.getByRole('button', { name: 'Step forward' }).click()
      await expect(outcome(page)).toContainText('training loss')
      await expect(page.getByRole('alert').filter({ visible: true })).toHaveCount(0)
    })
  })

test('a page goes on with its own version, and says that there is another one', async ({
  page,
  context,
  site,
}) => {
  const next = test.info().outputPath('next')
  const after = nextVersion(next)
  await open(page, curve)
  await kept(page)
  const second = await context.newPage()
  await open(second, curve)
  await kept(second)
  site.deploy(next)
  site.asked()

  const expression = page.getByRole('textbox', { name: 'Expression' })
  await expression.fill('x^2 + sin(')
  await useEverything(page)
  await looksAgain(page)
  const notice = page.getByRole('status', { name: 'Version' })
  await expect(notice).toContainText('A new version is here')
  await expect(expression).toHaveValue('x^2 + sin(')
  await expectAccessible(page)
  // While it came, nothing but the worker asked, and for files of the next version alone.
  const isOf = (names: Iterable<string>) => (file: string) =>
    [...names].some((name) => file === `assets/${name}`)
  expect(site.asked().filter(isOf(after.keys()))).toEqual([])

  await expression.fill('x^2+1')
  await expect(page).toHaveURL(/f=x\^2\+1/)
  await Promise.all([
    page.waitForEvent('load'),
    notice.getByRole('button', { name: 'Reload' }).click(),
  ])
  await expect(outcome(page)).not.toBeEmpty()
  await expect(expression).toHaveValue('x^2+1')
  await useEverything(page, after)
  const asked = await filesAsked(page)
  expect(asked.filter((name) => after.has(name))).toEqual([])
  expect(asked.filter((name) => [...after.values()].includes(name)).length).toBeGreaterThan(50)
  await expect(notice).toBeEmpty()

  // The other page was not asked, and goes on as it was.
  await useEverything(second)
  expect(site.asked().filter(isOf(after.keys()))).toEqual([])
  await second.close()
  await page.reload()
  await kept(page)
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1)
})

test.describe('without a worker', () => {
  test.use({ expected: /Failed to load resource/ })

  test('a part that is gone for good costs its place alone, and the way to the next version is offered', async ({
    page,
    site,
  }) => {
    const next = test.info().outputPath('next')
    nextVersion(next)
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('Not here'))
    })
    await open(page, curve)
    const notice = page.getByRole('status', { name: 'Version' })
    await expect(notice).toBeAttached()
    site.deploy(next)
    await page.getByRole('button', { name: 'Keys' }).click()
    await expect(page.getByText('This part did not load').first()).toBeVisible()
    await expect(notice).toContainText('A new version is here')
    await expect(page.getByRole('textbox', { name: 'Expression' })).toHaveValue('x^2')
    await Promise.all([
      page.waitForEvent('load'),
      notice.getByRole('button', { name: 'Reload' }).click(),
    ])
    await page.getByRole('button', { name: 'Keys' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})
