// What has little room: frames in other pages, the lecturer's window, phones.

import { curve, onWall, talkOf } from './talk.ts'
import { expect, open, test } from './test.ts'

test.describe('a frame of 700×420', () => {
  test.use({ viewport: { width: 700, height: 420 } })

  test('shows a plot and all of a long rule beside each other', async ({ page }) => {
    await page.goto('?embed=plot,rule#/curve?f=tanhsin&start=8&steps=15&run=adam(lr=2)')
    const lines = page.getByRole('region', { name: 'Update rule' }).locator('.katex')
    await expect(lines.first()).toBeVisible()
    for (const end of [lines.first(), lines.last()])
      await expect(end).toBeInViewport({ ratio: 0.99 })
    await expect(page.getByRole('region', { name: 'Plot' })).toBeInViewport({ ratio: 0.99 })
  })
})

test.describe('a lecturer’s window of 1000×700', () => {
  test.use({ viewport: { width: 1000, height: 700 } })

  test('has this scene, the next one and the notes in sight', async ({ page }) => {
    await page.goto(talkOf(curve(1), curve(2)).replace('present', 'present/speaker'))
    for (const name of ['This scene', 'Next scene', 'Notes'])
      await expect(page.getByRole('region', { name })).toBeInViewport({ ratio: 1 })
    const plots = page.getByRole('region', { name: 'Plot' })
    await expect(plots).toHaveCount(2)
    for (const plot of await plots.all()) await expect(plot).toBeInViewport({ ratio: 0.9 })
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('what a talk is led with takes little of the wall, and is reached by keys', async ({
    page,
  }) => {
    await page.goto(talkOf(curve(1), curve(2)))
    await onWall(page, 'Scene 1', 1)
    const box = await page.getByRole('region', { name: 'Talk' }).boundingBox()
    expect(box?.height).toBeLessThan(80)
    const end = page.getByRole('button', { name: 'End', exact: true })
    await expect(end).not.toBeInViewport()
    await end.focus()
    await expect(end).toBeInViewport({ ratio: 1 })
  })

  test('the ways in from home are equally wide', async ({ page }) => {
    await page.goto('#/')
    const doors = page.getByRole('navigation', { name: 'Ways in' }).getByRole('link')
    await expect(doors).toHaveCount(3)
    const boxes = await Promise.all((await doors.all()).map((door) => door.boundingBox()))
    for (const side of ['x', 'width'] as const)
      expect(new Set(boxes.map((box) => box?.[side])).size).toBe(1)
  })

  test('equations side by side stand below each other, each in one line', async ({ page }) => {
    await page.goto('#/lessons/soda/1')
    const equations = page.locator('.katex').filter({ hasText: /^[SV]=/ })
    await expect(equations).toHaveCount(2)
    const lines = () =>
      equations.evaluateAll((all) =>
        all.map((one) => [...one.getClientRects()].map(({ bottom }) => Math.round(bottom))),
      )
    const areApart = async () => {
      const [first = [], second = []] = await lines()
      return first.length === 1 && second.length === 1 && first[0] !== second[0]
    }
    await expect.poll(areApart).toBe(true)
  })
})

test('the words on the axis of values are not crossed by the curve', async ({ page }) => {
  await open(page, '#/curve?f=soda&start=1.5&steps=3&run=sgd(lr=2)&view=0:8,0:2')
  const plot = page.getByRole('region', { name: 'Plot' })
  const words = await plot.getByText('surface per volume').boundingBox()
  const top = await plot.locator('svg line').first().boundingBox()
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((top?.y ?? 0) + 1)
})
