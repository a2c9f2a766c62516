// The README's pictures and the README's word.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { expect, open, test } from './test.ts'

const readme = readFileSync('README.md', 'utf8')

test.describe('the README', () => {
  test.use({ reducedMotion: 'reduce' })

  for (const [name, link] of [
    ['curve', '#/curve?f=tanhsin&start=8&steps=15&at=5&run=adam(lr=2)'],
    [
      'surface',
      '#/surface?f=rosenbrock&start=-1.5,2&steps=200&at=30&run=adam(lr=0.2)&run=sgd(lr=0.0005,momentum=0.9)&run=newton',
    ],
  ] as const)
    test(`has a picture of the page as it is: ${name}`, async ({ page }, { outputDir }) => {
      await open(page, link)
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await expect(page.locator('[data-layer="descent"] circle')).toBeVisible()
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

  test('names only folders and files that exist, and stays short', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150)
    const paths = [...readme.matchAll(/`((?:src|e2e)\/[\w/.-]+?)\/?`/g)].map(
      ([, path]) => path as string,
    )
    expect(paths.length).toBeGreaterThan(3)
    for (const path of paths) expect(existsSync(path), path).toBe(true)
  })

  test('shows its example of an optimizer as it is in the code', () => {
    expect(readme).toContain(readFileSync('src/core/optimizers/lion.ts', 'utf8').trim())
  })

  test('gives links that work', async ({ page }) => {
    const links = readme.match(/^#\/(?:curve|surface)\?.*$/gm) ?? []
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) {
      await page.goto('about:blank')
      await open(page, link)
      await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
    }
  })
})
