// Settings that change while a network trains: nothing before is touched, and the link trains it again.
import { apart, lossesOf, region, trainedFrom } from './network.ts'
import { expect, open, outcome, problem, test } from './test.ts'

const link =
  '#/network?data=moons(n=100,noise=0.2)&layers=6&activation=tanh&batch=20&epochs=12&run=sgd(lr=0.1,momentum=0.9)'
// 80 points to learn from in batches of 20.
const middle = 24

for (const [name, value, written] of [
  ['Learning rate', '0.5', /change=24\(lr=0\.5\)/],
  ['Momentum', '0.5', /change=24\(momentum=0\.5\)/],
  ['Batch size', '40', /change=24\(batch=40\)/],
] as const)
  test(`${name.toLowerCase()} changes on the way: what was stays, and the link trains the same`, async ({
    page,
  }) => {
    await open(page, `${link}&at=${middle}`)
    await expect(outcome(page)).toContainText(/^epoch 6 of 12/)
    const [{ losses: plain } = { losses: [] }] = trainedFrom(link)
    const field = page.getByRole('spinbutton', { name, exact: true })
    await field.fill(value)
    await field.press('Enter')
    await expect(page).toHaveURL(written)
    await expect(outcome(page)).toContainText(/^epoch 6 of 12/)
    await expect(page.getByText('Changed while it trained')).toBeVisible()
    await page.keyboard.press('Escape')
    const scrubber = page.getByRole('slider', { name: 'Iteration' })
    await scrubber.press('End')
    await expect(outcome(page)).toContainText(/^Trained for 12 epochs/)
    // The address follows after a while.
    await expect(page).not.toHaveURL(new RegExp(`at=${middle}\\b`))
    const changed = await lossesOf(page, 'SGD')
    expect(changed).toHaveLength(13)
    expect(apart(changed.slice(0, 7), plain.slice(0, 7))).toBeLessThan(1e-5)
    expect(apart(changed, plain)).toBeGreaterThan(1e-3)
    const there = page.url()
    const [{ losses: again } = { losses: [] }] = trainedFrom(new URL(there).hash)
    expect(apart(changed, again)).toBeLessThan(1e-4)
    await page.reload()
    await expect(outcome(page)).toContainText(/^Trained for 12 epochs/)
    expect(await lossesOf(page, 'SGD')).toEqual(changed)
  })

test('a change is undone, and it is forgotten where its story is told', async ({ page }) => {
  await open(page, `${link}&at=${middle}`)
  await expect(outcome(page)).toContainText(/^epoch 6 of 12/)
  const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
  await rate.fill('0.5')
  await rate.press('Enter')
  await expect(page).toHaveURL(/change=24\(lr=0\.5\)/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page).not.toHaveURL(/change=/)
  await expect(rate).toHaveValue('0.1')
  await page.getByRole('button', { name: 'Redo' }).click()
  const story = region(page, 'Optimizers').getByRole('listitem')
  await expect(story).toContainText('from batch 24 (epoch 6): learning rate 0.1 → 0.5')
  await story.getByRole('button', { name: /^Forget learning rate/ }).click()
  await expect(page).not.toHaveURL(/change=/)
  await expect(story).toHaveCount(0)
})

test('at the beginning a setting changes from there on', async ({ page }) => {
  await open(page, link)
  const rate = page.getByRole('spinbutton', { name: 'Learning rate' })
  await rate.fill('0.2')
  await rate.press('Enter')
  await expect(page).toHaveURL(/run=sgd\(lr=0\.2,momentum=0\.9\)/)
  await expect(page).not.toHaveURL(/change=/)
})

test('a change after the last batch is told, kept, and made by more epochs', async ({ page }) => {
  await open(page, `${link}&change=8(lr=0.05)&change=60(lr=0.01)`)
  await expect(problem(page)).toContainText(
    'Training ends after 48 batches, so the change from batch 60 on has no effect: choose more epochs',
  )
  const story = region(page, 'Optimizers').getByRole('listitem')
  await expect(story.last()).toContainText('from batch 60, after the last one: learning rate')
  const epochs = page.getByRole('spinbutton', { name: 'Epochs', exact: true })
  await epochs.fill('20')
  await epochs.press('Enter')
  await expect(problem(page)).toBeHidden()
  await expect(story.last()).toContainText('from batch 60 (epoch 15)')
  await expect(page).toHaveURL(/change=8\(lr=0\.05\)&change=60\(lr=0\.01\)/)
})
