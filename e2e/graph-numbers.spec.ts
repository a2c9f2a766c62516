// The numbers of the graph lab: each example’s, and very large ones.
import { differentiate } from '../src/core/graphs/differentiate.ts'
import { examples } from '../src/labs/graph/examples.ts'
import { expect, open, problem, readShown, rowsOf, test } from './test.ts'

for (const [f, start, value] of [
  ['x^100', 'x:11', '1.378·10¹⁰⁴'],
  ['10^x', 'x:120', '10¹²⁰'],
  ['x', 'x:1e308', '10³⁰⁸'],
  ['exp(exp(x))', 'x:8', '∞'],
] as const)
  test(`very large numbers are written too: ${f} at ${start}`, async ({ page }) => {
    await open(page, `#/graph?f=${f}&start=${start}`)
    expect((await rowsOf(page, 'Variables')).at(-1)?.[1]).toBe(value)
    await expect(page.getByText('This part has failed')).toHaveCount(0)
  })

for (const { name, link } of examples)
  test(`the example “${name}” opens with its numbers`, async ({ page }) => {
    await open(page, link)
    await expect(problem(page)).toBeHidden()
    const query = new URLSearchParams(link.slice(link.indexOf('?') + 1).replaceAll('+', '%2B'))
    const start = Object.fromEntries(
      (query.get('start') ?? '').split(',').map((pair) => {
        const [key = '', value] = pair.split(':')
        return [key, Number(value)]
      }),
    )
    const { value, gradient } = differentiate(query.get('f') ?? '', start)
    const rows = await rowsOf(page, 'Variables')
    const seen = Object.fromEntries(rows.map(([key, , slope = '']) => [key, readShown(slope)]))
    const near = (a: number, b: number) =>
      expect(Math.abs(a - b)).toBeLessThanOrEqual(6e-5 * Math.max(1, Math.abs(b)))
    for (const [key, slope] of Object.entries(gradient)) near(seen[key] ?? Number.NaN, slope)
    near(readShown(rows.at(-1)?.[1] ?? ''), value)
  })

test('micrograd’s README has its digits', async ({ page }) => {
  const link = examples.find(({ name }) => name.includes('micrograd'))?.link ?? ''
  await open(page, link)
  expect(await rowsOf(page, 'Variables')).toEqual([
    ['a', '−4', '138.8338'],
    ['b', '2', '645.5773'],
    ['f', '24.7041', '1'],
  ])
})
