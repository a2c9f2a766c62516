// What a first visit of each lab costs: compressed JavaScript that the browser asks for before the first path, and in all
// until someone asks for more; fonts only as WOFF2.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { filesOf, lazyParts } from './chunks.ts'
import { comingRules, expect, heldBack, test } from './test.ts'

/** Kilobytes at most, for each lab: what a later lab costs is its own; 1.5 keep the app for when there is no network. */
const budgets = {
  curve: { path: 173.5, visit: 271.4 },
  surface: { path: 174.7, visit: 289.4 },
}
const mostFonts = 130

const kilobyte = 1024
const entry = 'index.html'
const isScript = (file: string) => file.endsWith('.js')
const compressed = (files: Iterable<string>) =>
  [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / kilobyte,
    0,
  )

for (const [lab, most] of Object.entries(budgets)) {
  test(`a first visit of the ${lab} lab stays within its budget`, async ({ page }) => {
    const view = lazyParts(entry, lab).filter((part) => part.endsWith('Lab.tsx'))
    const needed = new Set(
      [entry, ...view, 'src/engine/workers/runs.ts'].flatMap(filesOf).filter(isScript),
    )
    const asked = new Set<string>()
    const fileOf = (url: string) => new URL(url).pathname.slice(1)
    page.on('request', (request) => {
      const file = fileOf(request.url())
      if (isScript(file)) asked.add(file)
    })
    const isLater = (file: string) => isScript(file) && !needed.has(file)
    const release = await heldBack(page, ({ href }) => isLater(fileOf(href)))

    await page.goto(`#/${lab}`)
    await expect(page.getByRole('region', { name: 'Plot' }).locator('canvas').first()).toBeVisible()
    const path = compressed(needed)

    release()
    await expect(page.getByRole('slider', { name: 'Learning rate' })).toHaveAccessibleDescription(
      /This slider’s track: /,
    )
    await expect(
      page.getByRole('region', { name: 'Update rule' }).locator('.katex').first(),
    ).toBeAttached()
    await expect(comingRules(page)).toHaveCount(0)
    await page.waitForLoadState('networkidle')
    // It comes seconds later by itself: on a slow machine while one still waits for the rest, on a fast one not.
    const kept = filesOf('src/app/offline/keepOffline.ts').filter(isScript)
    const visit = compressed(new Set([...asked, ...kept]))

    const sizes = `${path.toFixed(1)} KB before the first path, ${visit.toFixed(1)} KB in all`
    test.info().annotations.push({ type: 'size', description: sizes })
    expect(asked, 'what was needed was asked for').toEqual(new Set([...asked, ...needed]))
    expect(path, sizes).toBeLessThanOrEqual(most.path)
    expect(visit, sizes).toBeLessThanOrEqual(most.visit)
  })
}

interface OwnBudget {
  readonly most: number
  readonly workers: readonly string[]
  /** A part that comes only when someone opens it: what it costs beside all else. */
  readonly opened?: { readonly part: string; readonly most: number }
}

/**
 * Kilobytes at most of a lab that comes when someone goes there: all that only it has, its later parts included, and those
 * of its workers that are named.
 */
const ownBudgets: Readonly<Record<string, OwnBudget>> = {
  graph: { most: 45, workers: ['layouts'] },
  // Beside the kernels, which its workers have; some 8 of these come only when they are asked for.
  network: {
    most: 60,
    workers: [],
    opened: { part: 'src/labs/network/finder/RateFinder.tsx', most: 7 },
  },
  maps: { most: 40, workers: ['maps'] },
}

for (const [lab, { most, workers, opened }] of Object.entries(ownBudgets))
  test(`what only the ${lab} lab has is within its budget`, () => {
    const others = Object.keys({ ...budgets, ...ownBudgets })
      .filter((other) => other !== lab)
      .flatMap((other) => [entry, ...lazyParts(entry, other)])
    // What a first visit's workers ask for when runs are long is not any lab's own.
    const elsewhere = ['runs', 'scents']
      .map((worker) => `src/engine/workers/${worker}.ts`)
      .flatMap((worker) => [worker, ...lazyParts(worker, lab)])
    const shared = new Set([...others, ...elsewhere].flatMap(filesOf))
    const ownOf = (parts: readonly string[]) =>
      parts.flatMap(filesOf).filter((file) => isScript(file) && !shared.has(file))
    const lazy = lazyParts(entry, lab)
    const own = new Set(
      ownOf([
        ...lazy.filter((part) => part !== opened?.part),
        ...workers.map((worker) => `src/engine/workers/${worker}.ts`),
      ]),
    )
    const size = compressed(own)
    const words = `${size.toFixed(1)} KB of the ${lab} lab alone`
    test.info().annotations.push({ type: 'size', description: words })
    expect(size, words).toBeLessThanOrEqual(most)
    expect(size, 'something is only there').toBeGreaterThan(1)
    if (!opened) return
    expect(lazy, 'it comes later').toContain(opened.part)
    const beside = compressed(new Set(ownOf([opened.part]).filter((file) => !own.has(file))))
    const more = `${beside.toFixed(1)} KB of ${opened.part}`
    test.info().annotations.push({ type: 'size', description: more })
    expect(beside, more).toBeLessThanOrEqual(opened.most)
  })

test('fonts are few, and WOFF2', () => {
  const fonts = readdirSync('dist/assets').filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file))
  expect(fonts.filter((file) => !file.endsWith('.woff2'))).toEqual([])
  const sizes = fonts.map((file) => readFileSync(`dist/assets/${file}`).length / kilobyte)
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(mostFonts)
})
