// Optimizers side by side: the same network, the same batches, and all their paths over the loss.
import { expectAccessible } from './axe.ts'
import { region } from './network.ts'
import { expect, exported, open, outcome, test } from './test.ts'

const race =
  '#/network?data=moons(n=100,noise=0.2)&layers=6&activation=tanh&batch=20&epochs=8&seed=1&run=sgd(lr=0.1)&run=sgd(lr=0.1,momentum=0.9)&run=rmsprop(lr=0.01)&run=adam(lr=0.01)'
const names = ['SGD', 'SGD 2', 'RMSprop', 'Adam']

test('four optimizers begin with the same loss, and end with their own', async ({ page }) => {
  await open(page, race)
  const table = page.getByRole('table', { name: 'Values at the epoch that is read' })
  await expect(table.getByRole('rowheader')).toHaveCount(4)
  const losses = async () =>
    Promise.all(
      (await table.locator('tbody tr').all()).map((row) =>
        row.getByRole('cell').first().textContent(),
      ),
    )
  await expect.poll(async () => new Set(await losses()).size).toBe(1)
  expect((await losses())[0]).toMatch(/^0\.\d+$/)
  await page.keyboard.press('End')
  await expect.poll(async () => new Set(await losses()).size).toBe(4)
  for (const [i, name] of names.entries())
    await expect(table.getByRole('rowheader').nth(i)).toContainText(name)
  await expect(region(page, 'Optimizers').getByRole('group')).toHaveCount(4)
})

test('the loss landscape has all their paths', async ({ page }) => {
  await open(page, race)
  await page.getByRole('button', { name: 'Loss landscape' }).click()
  const landscape = region(page, 'Loss landscape')
  await expect(landscape.getByRole('status')).toContainText('The loss landscape is computed.')
  const picture = landscape.getByRole('img')
  for (const name of names)
    await expect(picture).toHaveAccessibleName(
      new RegExp(`${name} begins at \\(.*\\), where the loss is .*, and ends at`),
    )
  await expectAccessible(page)
  const saved = await exported(page, 'SVG')
  for (const words of [...names, 'start', 'loss']) expect(saved).toContain(`>${words}<`)
  await landscape.getByRole('slider', { name: 'Moment' }).press('End')
  await expect(outcome(page)).toContainText(/Trained for 8 epochs/)
  await landscape.getByRole('button', { name: 'Back to the network' }).click()
  await expect(region(page, 'Network')).toBeVisible()
})

test('what takes long is cancelled, and goes on when asked', async ({ page }) => {
  await open(
    page,
    '#/network?data=sine(n=1000,noise=0.1,seed=1)&layers=128:128&activation=elu&epochs=4&run=adam(lr=0.001)',
  )
  await page.getByRole('button', { name: 'Loss landscape' }).click()
  const landscape = region(page, 'Loss landscape')
  await landscape.getByRole('combobox', { name: 'Plane' }).selectOption('random')
  await landscape.getByRole('button', { name: 'Cancel' }).click()
  await expect(landscape.getByRole('button', { name: 'Compute' })).toBeVisible()
  await expect(landscape.getByRole('progressbar')).toHaveCount(0)
  await landscape.getByRole('button', { name: 'Compute' }).click()
  await expect(landscape.getByRole('button', { name: 'Cancel' })).toBeVisible()
})

test('an optimizer joins, and leaves', async ({ page }) => {
  await open(
    page,
    '#/network?data=moons(n=100,noise=0.2)&layers=6&activation=tanh&batch=20&epochs=8&run=sgd(lr=0.1)',
  )
  const panel = region(page, 'Optimizers')
  await panel.getByRole('button', { name: 'Add optimizer' }).click()
  await expect(panel.getByRole('group')).toHaveCount(2)
  await expect(page).toHaveURL(/run=sgd\(lr=0\.1\)&run=/)
  await panel
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click()
  await expect(page).toHaveURL(/run=sgd\(lr=0\.1\)$/)
})
