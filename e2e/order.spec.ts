// The keyboard goes through the page as the eye does, in every layout.
import { expect, openWhole, test } from './test.ts'

const links = {
  curve: '#/curve?f=tanhsin&start=8&steps=15&at=5&run=adam(lr=2)@cosine(T_max=9)',
  surface: '#/surface?f=himmelblau&start=0.2,-0.6&steps=60&at=20&run=sgd(lr=0.01)&run=adam(lr=0.3)',
  network:
    '#/network?data=moons(n=60)&layers=4:3&batch=16&epochs=4&at=8&run=adam(lr=0.02)&run=sgd(lr=0.1)',
}
const layouts = [
  [360, 740],
  [768, 1024],
  [1280, 720],
  [1920, 1080],
] as const

for (const [lab, link] of Object.entries(links))
  test(`${lab}: the focus goes from left to right and from above to below, column by column`, async ({
    page,
  }) => {
    await openWhole(page, link)
    for (const [width, height] of layouts) {
      await page.setViewportSize({ width, height })
      await expect(page.getByRole('region', { name: 'Loss' })).toBeVisible()
      // A layout is arranged anew a frame after the size.
      const backwards = () =>
        page.locator('main').evaluate((main) => {
          const stops = [
            ...main.querySelectorAll('button, a, input, select, textarea, summary, [tabindex="0"]'),
          ]
            .filter((stop) => stop.checkVisibility({ visibilityProperty: true }))
            // In a plot things stand where they belong.
            .map(
              (stop) =>
                stop.closest('[role="region"][aria-label="Plot"], section[aria-label="Plot"]') ??
                stop,
            )
          const nameOf = (stop: Element) =>
            stop.getAttribute('aria-label') ??
            document.getElementById(stop.getAttribute('aria-labelledby') ?? '')?.textContent ??
            (stop as HTMLInputElement).labels?.[0]?.textContent ??
            stop.textContent
          return stops.flatMap((stop, i) => {
            const before = stops[i - 1]
            if (!before || before === stop) return []
            const [a, b] = [before.getBoundingClientRect(), stop.getBoundingClientRect()]
            const isAbove = b.bottom <= a.top && b.left < a.right
            const isBeside = b.top < a.bottom && a.top < b.bottom && b.right <= a.left
            return isAbove || isBeside ? [`${nameOf(before)} → ${nameOf(stop)}`] : []
          })
        })
      await expect.poll(backwards, { message: `${width}×${height}` }).toEqual([])
    }
  })
