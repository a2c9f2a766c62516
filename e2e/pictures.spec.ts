// The README's picture and the README's word.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { expect, open, test } from './test.ts'

const readme = readFileSync('README.md', 'utf8')

test.describe('the README', () => {
  test.use({ reducedMotion: 'reduce' })

  test('has a picture of the page as it is', async ({ page }, { outputDir }) => {
    await open(page, '#/curve?f=tanhsin&start=8&steps=15&at=5&run=adam(lr=2)')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    mkdirSync('e2e/pictures', { recursive: true })
    const path = process.env.TAKE_PICTURES ? 'e2e/pictures/curve.png' : `${outputDir}/curve.png`
    const picture = await page.screenshot({ path })
    const kept = readFileSync('e2e/pictures/curve.png')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([
      kept.readUInt32BE(16),
      kept.readUInt32BE(20),
    ])
    expect(readme).toContain('](e2e/pictures/curve.png)')
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
    const links = readme.match(/^#\/curve\?.*$/gm) ?? []
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) {
      await page.goto('about:blank')
      await open(page, link)
      await expect(page.getByRole('alert', { name: 'Problem' })).toBeHidden()
    }
  })
})
