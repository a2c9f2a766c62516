// The numbers that the course’s notebook shows: who opens its link sees them.
import { notebook } from './notebook.ts'
import { csvOf, expect, lineNumbers, open, rowOf, test } from './test.ts'

test.describe('the notebook’s runs', () => {
  test('x² from 2.5 with learning rate 0.1', async ({ page }) => {
    await open(page, notebook.parabola)
    const rows = await csvOf(page)
    expect(rows[0]).toEqual(['run', 'step', 'lr', 'x', 'f', 'grad'])
    const f = rows.slice(1).map((row) => Number(row[4]))
    expect(f.slice(0, 4).map((v) => v.toPrecision(4))).toEqual(['6.250', '4.000', '2.560', '1.638'])
    expect(f[25]?.toExponential(3)).toBe('8.920e-5')
    expect(f[39]?.toExponential(3)).toBe('1.725e-7')
    for (const k of [0, 1, 3, 25, 39])
      expect((await rowOf(page, k))[2]).toBeCloseTo(f[k] as number, 5)
    await page.getByRole('slider', { name: 'Iteration' }).fill('3')
    const x = rows.slice(1).map((row) => Number(row[3]))
    await expect
      .poll(() => lineNumbers(page, 'x'))
      .toEqual([x[3], 0.1, 2 * (x[3] as number), x[4]].map((v) => expect.closeTo(v as number, 3)))
  })

  test('x²/20 + tanh(sin x) from 8, Adam with learning rate 2', async ({ page }) => {
    await open(page, notebook.valleys)
    const rows = await csvOf(page)
    expect(Number(rows[15]?.[4]).toFixed(3)).toBe('-0.275')
    expect((await rowOf(page, 14))[2]).toBeCloseTo(-0.2753, 3)
    await page.goto(`${notebook.valleys}&at=14`)
    await expect(page.getByRole('region', { name: 'Update rule' })).toContainText('step 14 → 15')
    await expect
      .poll(async () => (await lineNumbers(page, 'x'))[0])
      .toBeCloseTo(Number(rows[15]?.[3]), 3)
  })

  test('the soda can reaches R = 3.745', async ({ page }) => {
    await open(page, notebook.can)
    const rows = await csvOf(page)
    expect(rows[0]?.[3]).toBe('R')
    expect(Number(rows[101]?.[3]).toFixed(3)).toBe('3.745')
    await page.getByRole('slider', { name: 'Iteration' }).fill('100')
    expect((await rowOf(page, 100))[1]).toBeCloseTo(3.745, 3)
    await expect.poll(async () => (await lineNumbers(page, 'x')).at(-1)).toBeCloseTo(3.745, 3)
    await expect(
      page.getByRole('img', { name: /can to scale: R = 3\.745 cm, H = 7\.49/ }),
    ).toBeVisible()
    await expect(page.getByRole('status', { name: 'Outcome' })).toContainText(
      'Converged at step 18',
    )
  })
})
