// What is built: its policy, its fonts, where it can live.
import { filesOf, keyNamed } from './chunks.ts'
import { expect, heldBack, open, test } from './test.ts'

test('the policy is in the page, and the fonts are WOFF2 of the page’s own', async ({ page }) => {
  const fonts: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'font') fonts.push(new URL(response.url()).pathname)
  })
  await open(page, '#/curve?f=where(x<1,x^2,2*x)/(1+sqrt(x^2+1)/x^2)&start=2&run=rprop')
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe-inline')
  expect(fonts.length).toBeGreaterThan(2)
  for (const font of fonts) expect(font).toMatch(/\.woff2$/)
  const missing = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter((face) => face.status === 'error').map((face) => face.family)
  })
  expect(missing).toEqual([])
})

test('the built folder runs from any sub-path', async ({ page, baseURL }) => {
  await page.route('**/deep/below/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/deep/below/', '/')
    const response = await route.fetch({ url: new URL(path, baseURL).href })
    await route.fulfill({ response })
  })
  await open(page, 'deep/below/#/curve')
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  // What still loads is none of this test's business.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('the page is painted before it asks for any script', async ({ page }) => {
  await open(page)
  const { painted, asked } = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    asked: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ startTime }) => startTime),
  }))
  expect(asked.length).toBeGreaterThan(5)
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted)
})

for (const [where, prepare] of [
  ['nobody sees the page', "Object.defineProperty(document, 'hidden', { value: true })"],
  [
    'the browser tells of no paint',
    "Object.defineProperty(PerformanceObserver, 'supportedEntryTypes', { value: [] })",
  ],
] as const)
  test(`where ${where} it begins at once`, async ({ page }) => {
    await page.addInitScript(
      `${prepare}; PerformanceObserver.prototype.observe = () => { throw new Error('no observer') }`,
    )
    await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
  })

/** What is seen of the header before any of the page's own code is here. */
for (const [address, seen, unseen] of [
  ['#/curve', ['Theme', 'Examples', 'Undo'], []],
  ['', ['Theme'], ['Examples', 'Undo', 'Export']],
  ['#/lessons/soda/1', ['Theme'], ['Examples', 'Undo', 'Export']],
  ['?embed#/curve', [], ['Theme', 'Examples', 'Undo']],
] as const)
  test(`at “${address}” nothing is painted that goes again, and nothing moves`, async ({
    page,
  }) => {
    const release = await heldBack(page, '**/*.js')
    await page.addInitScript(() => {
      const moved: [number, string][] = []
      Object.assign(globalThis, { moved })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources = [] } = entry as PerformanceEntry & {
            value: number
            sources?: { node: Node | null }[]
          }
          const names = sources.map(({ node }) => (node as Element | null)?.className)
          moved.push([value, names.join()])
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    // What does nothing yet is hidden from the tree that roles are read of.
    const named = (name: string) =>
      page
        .locator(`header button`)
        .filter({ visible: true })
        .and(page.locator(`[aria-label="${name}"], :text-is("${name}")`))
    for (const name of seen) await expect(named(name)).toHaveCount(1)
    for (const name of unseen) await expect(named(name)).toHaveCount(0)
    release()
    await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const moved: [number, string][] = await page.evaluate(() => Reflect.get(globalThis, 'moved'))
    const sum = moved.reduce((all, [value]) => all + value, 0)
    expect(sum, JSON.stringify(moved)).toBeLessThan(0.05)
  })

test('workers may share memory on a later visit too: what has not changed is served with the same headers', async ({
  request,
}) => {
  const script = `/${filesOf(keyNamed('runsWorker'))[0]}`
  const whole = await request.get(script)
  const again = await request.get(script, {
    headers: { 'If-None-Match': whole.headers().etag ?? '' },
  })
  expect([whole.status(), again.status()]).toEqual([200, 304])
  for (const answer of [whole, again]) {
    expect(answer.headers()['cross-origin-embedder-policy']).toBe('require-corp')
    expect(answer.headers()['cross-origin-opener-policy']).toBe('same-origin')
  }
})
