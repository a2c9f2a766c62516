// What goes into the network lab and what is taken out of it: points of one’s own, tables, scripts, weights.
import type { Page } from '@playwright/test'
import { networkCsv } from '../src/core/export/networkCsv.ts'
import { apart, lossesOf, region, trainedFrom, weightsOf } from './network.ts'
import { expect, exported, open, outcome, problem, test } from './test.ts'

const link =
  '#/network?data=moons(n=100,noise=0.2)&layers=6:4&activation=tanh&batch=20&epochs=6&run=adam(lr=0.02)'
const own = '#/network?data=points&points=0:1;1:3;2:5;3:7&split=1&layers=4&epochs=6'

/** Opens the dialog for tables. */
async function table(page: Page) {
  await page.getByRole('button', { name: 'Points from a table' }).click()
  return page.getByRole('dialog', { name: 'Points from a table' })
}

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

test('a CSV file is learned from, words as classes', async ({ page }) => {
  await open(page, link)
  const dialog = await table(page)
  const rows = Array.from({ length: 30 }, (_, i) => `${i / 10},${-i / 7},${i % 2 ? 'cat' : 'dog'}`)
  await dialog
    .getByLabel('CSV file')
    .setInputFiles(file('pets.csv', `height,weight,animal\n${rows.join('\n')}\n`))
  await expect(dialog.getByRole('status')).toContainText(
    '30 points are learned from now, in classes 0 = cat, 1 = dog.',
  )
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('combobox', { name: 'Data' })).toHaveValue('points')
  await expect(page).toHaveURL(/data=points&points=/)
  await page.keyboard.press('End')
  await expect(outcome(page)).toContainText(/^Trained for 6 epochs/)
})

test('a table is pasted, with decimal commas between semicolons', async ({ page }) => {
  await open(page, link)
  const dialog = await table(page)
  await dialog.getByLabel('Paste a table').fill('0,5;1\n1,5;2\n2,5;3\n')
  await dialog.getByRole('button', { name: 'Use these points' }).click()
  await expect(dialog.getByRole('status')).toContainText('3 points are learned from now')
  await expect(page).toHaveURL(/points=0\.5:1;1\.5:2;2\.5:3/)
})

for (const [what, text, words] of [
  ['text among numbers', '1,2\n2,high\n3,4\n', /Row 2 has “high”, which is no number in column 2/],
  ['a missing number', '1,2\n,3\n', /Row 2 has nothing in column 1/],
  ['rows of other lengths', '1,2\n1,2,3\n', /Row 2 has 3 columns, and the first one has 2/],
  ['nothing', '', /The table is empty/],
] as const)
  test(`a table with ${what} is told, and what was there stays`, async ({ page }) => {
    await open(page, `${own}&at=3`)
    const dialog = await table(page)
    await dialog.getByLabel('CSV file').setInputFiles(file('mine.csv', text))
    await expect(dialog.getByRole('status')).toContainText(words)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(page).toHaveURL(/points=0:1;1:3;2:5;3:7/)
    await expect(page).toHaveURL(/at=3\b/)
  })

test('a million rows are too many, which is said, and what was there stays', async ({ page }) => {
  await open(page, `${own}&at=3`)
  const dialog = await table(page)
  await dialog.getByLabel('CSV file').setInputFiles(file('mine.csv', '0.5,1.25\n'.repeat(1e6)))
  await expect(dialog.getByRole('status')).toContainText(
    /about 1.000.001 rows, and at most 100.000 can be learned from: leave some out/,
  )
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(/points=0:1;1:3;2:5;3:7/)
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page).toHaveURL(/at=4\b/)
})

test('CSV is that of plain Node', async ({ page }) => {
  await open(page, link)
  await page.keyboard.press('End')
  await expect(outcome(page)).toContainText(/^Trained for 6 epochs/)
  const tables = [await exported(page, 'CSV'), networkCsv(trainedFrom(link))]
  const [there = [], here = []] = tables.map((csv) => csv.split('\n').map((row) => row.split(',')))
  expect(there.map(([run, epoch]) => [run, epoch])).toEqual(
    here.map(([run, epoch]) => [run, epoch]),
  )
  expect(there[0]).toEqual(['run', 'epoch', 'loss', 'validation', 'accuracy'])
  here.slice(1, -1).forEach((row, i) => {
    expect(apart(there[i + 1]?.slice(2).map(Number) ?? [], row.slice(2).map(Number))).toBeLessThan(
      1e-4,
    )
  })
})

test('JSON opens again, as it was', async ({ page }) => {
  await open(page, `${link}&at=3`)
  const json = await exported(page, 'JSON')
  expect(JSON.parse(json)).toMatchObject({ lab: 'network', layers: [6, 4], at: 3 })
  await open(page, '#/curve?f=x^2&start=1&steps=2&run=sgd(lr=0.1)')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open' }).click()
  await (await chooser).setFiles(file('mine.json', json))
  await expect(page).toHaveURL((url) => url.hash.includes('layers=6:4') && /at=3\b/.test(url.hash))
  await expect(outcome(page)).toContainText(/^epoch 0 of 6/)
})

test('weights have the names of state_dict, and training begins from them', async ({ page }) => {
  await open(page, link)
  await page.keyboard.press('End')
  await expect(outcome(page)).toContainText(/^Trained for 6 epochs/)
  const last = (await lossesOf(page, 'Adam')).at(-1) as number
  const weights = await weightsOf(page)
  expect(Object.keys(weights)).toEqual(
    [0, 2, 4].flatMap((n) => [`net.${n}.weight`, `net.${n}.bias`]),
  )
  const model = region(page, 'Model')
  await model
    .getByLabel('Open weights')
    .setInputFiles(file('weights.json', JSON.stringify(weights)))
  await expect(model.getByRole('status').last()).toContainText('Training begins from these weights')
  await expect(outcome(page)).toContainText(/^epoch 0 of 6/)
  const again = await lossesOf(page, 'Adam')
  expect(apart(again.slice(0, 1), [last])).toBeLessThan(1e-5)
  await model.getByLabel('Open weights').setInputFiles(file('weights.json', '{"net.0.weight":[1]}'))
  await expect(model.getByRole('status').last()).toContainText(/net\./)
})

test('the script is the slides’ own, and the notebook draws', async ({ page }) => {
  await open(page, link)
  const script = await exported(page, 'PyTorch')
  expect(script).toContain('class MLP(nn.Module)')
  expect(script).toContain('torch.optim.Adam(')
  const { nbformat } = JSON.parse(await exported(page, 'Notebook'))
  expect(nbformat).toBe(4)
  expect(await exported(page, 'SVG')).toContain('</svg>')
})

test('points and weights that a link has no room for are told beside them and where it is copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, own.replace('layers=4', 'layers=64:64'))
  const copied = problem(page).getByText(/^A link has no room for these /)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached()
  await expect(copied).toBeHidden()
  const weight = region(page, 'Chosen weight').getByRole('spinbutton', { name: 'Weight' })
  await weight.fill('0.5')
  await weight.press('Enter')
  const words = (what: string) =>
    `A link has no room for these ${what}: keep them as JSON (Export).`
  await expect(region(page, 'Model').getByText(words('weights'))).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(copied).toHaveText(words('weights'))
  const dialog = await table(page)
  const rows = Array.from({ length: 3000 }, (_, i) => `${i},${i % 7}`).join('\n')
  await dialog.getByLabel('CSV file').setInputFiles(file('many.csv', rows))
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText(words('points'))).toBeVisible()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(copied).toHaveText(words('points'))
})

for (const [what, data, runs, words] of [
  ['classes', 'moons(n=60)', 1, ['class', '0', '1', 'training', 'validation', 'next batch']],
  ['numbers', 'plane(n=60)', 1, ['training', 'validation', 'next batch']],
  ['racers side by side', 'moons(n=60)', 3, ['Adam', 'SGD', 'Adam 2', 'class', '0', '1']],
  [
    'racers in one picture',
    'sine(n=60)',
    3,
    ['Adam', 'SGD', 'Adam 2', 'without noise', 'training'],
  ],
] as const)
  test(`a saved picture says which colour is which: ${what}`, async ({ page }) => {
    const racers = ['adam(lr=0.02)', 'sgd(lr=0.1)', 'adam(lr=0.1)'].slice(0, runs)
    await open(
      page,
      `#/network?data=${data}&layers=6&batch=20&epochs=6&run=${racers.join('&run=')}&at=9`,
    )
    await expect(outcome(page)).toContainText(/epoch/)
    const svg = await exported(page, 'SVG')
    for (const word of words) expect(svg).toContain(`>${word}</text>`)
    const legend = region(page, 'Fit').getByRole('list', { name: 'Legend' })
    const signs = await legend.locator('svg').count()
    expect(signs).toBeGreaterThanOrEqual(3)
    // Nothing of the page is needed to see it.
    expect(svg).not.toMatch(/class=|var\(/)
    const shown = await page.evaluate(async (text) => {
      const image = new Image()
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
      await image.decode()
      return image.width
    }, svg)
    const box = await region(page, 'Fit').boundingBox()
    expect(Math.abs(shown - (box?.width ?? 0))).toBeLessThan(2)
    // Bands from one end of the scale to the other.
    if (what === 'numbers') expect(svg.match(/<rect[^>]*height="12"/g)?.length).toBeGreaterThan(20)
  })
