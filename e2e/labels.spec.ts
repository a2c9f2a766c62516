// What is written on plots and charts can be read: no word lies on another, none is cut.
import { someLinks, wordTroubles } from './labels.ts'
import { expect, open, test } from './test.ts'

/** The last number of its axis of steps is as wide as numbers there are as a rule. */
const long = '#/curve?f=x^2&start=3&steps=1000&run=sgd(lr=0.05)'

for (const [i, viewport] of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
].entries()) {
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport, reducedMotion: 'reduce' })

    test('words on plots and charts can be read', async ({ page }) => {
      await page.addInitScript(
        (isLog) =>
          localStorage.setItem(
            'descent',
            JSON.stringify({
              state: {
                logScale: isLog,
                hasDragged: true,
                open: { trace: false, loss: true, curvature: true },
              },
              version: 0,
            }),
          ),
        i % 2 === 1,
      )
      test.slow()
      const troubles: string[] = []
      const links = [...someLinks(30, 20261129 + i), long]
      await open(page, links[0])
      for (const link of links) {
        if ((await wordTroubles(page, link)).length === 0) continue
        // What is promised is what a link shows: whatever came before it in this page is gone.
        await page.reload()
        for (const trouble of await wordTroubles(page, link)) troubles.push(`${trouble} in ${link}`)
      }
      expect(troubles).toEqual([])
    })
  })
}

/** Numbers of every size, a deep network, and one of nothing but its output. */
const networks = [
  '#/network?data=points&points=0:1;1:1e6;2:-3;1e5:4&split=0.5&layers=3&batch=2&epochs=4&at=4&run=sgd(lr=1e-9)',
  '#/network?data=spirals4(n=40)&layers=7:7:7:7:7:7&epochs=5&at=3&run=adam(lr=0.01)&run=sgd(lr=0.1)',
  '#/network?data=moons(n=20)&layers=none&epochs=0',
]

test.describe('networks on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' })

  test('words on pictures and charts can be read, and none is NaN', async ({ page }) => {
    await open(page, networks[0])
    await page.getByRole('button', { name: 'Loss', exact: true }).click()
    for (const link of networks) {
      await page.goto('about:blank')
      await open(page, link)
      await expect(page.getByRole('region', { name: 'Loss', exact: true })).toContainText('epoch')
      expect(await wordTroubles(page, link), link).toEqual([])
      await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined/)
    }
  })
})
