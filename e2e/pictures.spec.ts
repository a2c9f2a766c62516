// The README's pictures show the page as it is, and its links work. What else it says is checked in tools/readme.test.ts.
import { mkdirSync, readFileSync } from 'node:fs'
import { comingRules, expect, open, problem, test } from './test.ts'

const readme = readFileSync('README.md', 'utf8')

test.use({ reducedMotion: 'reduce' })

for (const [name, link] of [
  ['curve', '#/curve?f=tanhsin&start=8&steps=15&at=5&run=adam(lr=2)'],
  ['graph', '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:-1&at=9'],
  [
    'surface',
    '#/surface?f=rosenbrock&start=-1.5,2&steps=200&at=30&run=adam(lr=0.2)&run=sgd(lr=0.0005,momentum=0.9)&run=newton',
  ],
  [
    'network',
    '#/network?data=spiral(n=300,noise=0.2,seed=1)&layers=16:16&activation=tanh&batch=20&epochs=300&seed=1&at=3600&run=adam(lr=0.01)',
  ],
] as const)
  test(`the picture of the ${name} lab`, async ({ page }, { outputDir }) => {
    await open(page, link)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    const drawn =
      name === 'network'
        ? page
            .getByRole('status', { name: 'Outcome' })
            .filter({ hasText: 'Trained for 300 epochs' })
        : page.locator('[data-layer="descent"] circle, [data-layer="graph"]')
    await expect(drawn).toBeVisible()
    await expect(page.locator('.katex').first()).toBeAttached()
    await expect(comingRules(page)).toHaveCount(0)
    mkdirSync('e2e/pictures', { recursive: true })
    const kept = `e2e/pictures/${name}.png`
    const path = process.env.TAKE_PICTURES ? kept : `${outputDir}/${name}.png`
    const picture = await page.screenshot({ path })
    const before = readFileSync(kept)
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
      before.readUInt32BE(16),
      before.readUInt32BE(20),
    ])
    expect(readme).toContain(`](${kept})`)
  })

for (const link of readme.match(/^#\/\w+\?.*$/gm) ?? [])
  test(`the link ${link} works`, async ({ page }) => {
    await open(page, link)
    await expect(problem(page)).toBeHidden()
  })
