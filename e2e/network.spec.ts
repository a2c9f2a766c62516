// The network lab: the slides' own program, the classic sets, and what beginners run into, at work in the page.
import type { Page } from '@playwright/test'
import { expectAccessible, rulesOf } from './axe.ts'
import {
  accuracyOf,
  apart,
  lossesOf,
  lossWords,
  region,
  trainedFrom,
  weightsOf,
} from './network.ts'
import { expect, open, openWhole, outcome, overflow, problem, test } from './test.ts'

const slides =
  '#/network?data=sine(n=1000,noise=0.1,seed=1)&layers=256:256:256&activation=elu&loss=mse&split=1&epochs=512&run=adam(lr=0.001)'
const playground = 'activation=tanh&batch=10&seed=1'
const small = `#/network?data=xor&layers=4:2&${playground}&epochs=20&run=adam(lr=0.01)`

test('the slides’ program trains as in plain Node', async ({ page }) => {
  await open(page, `${slides}&at=8`)
  await expect(outcome(page)).toContainText(/^epoch 8 of 512 · training loss/)
  const [{ losses } = { losses: [] }] = trainedFrom(slides, { epochs: 8 })
  const shown = (await lossesOf(page, 'Adam')).slice(0, losses.length)
  expect(apart(shown, losses)).toBeLessThan(1e-3)
  await expect(region(page, 'Model')).toContainText('1–256–256–256–1, 132,353 parameters')
})

test('a batch and an epoch are steps, and the link says which', async ({ page }) => {
  await open(page, small)
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page).toHaveURL(/at=1\b/)
  await page.getByRole('button', { name: 'One epoch' }).click()
  // 240 points to learn from in batches of 10.
  await expect(page).toHaveURL(/at=24\b/)
  await expect(outcome(page)).toContainText(/^epoch 1 of 20/)
  await page.keyboard.press('End')
  await expect(outcome(page)).toContainText(/^Trained for 20 epochs/)
})

test('it plays and pauses', async ({ page }) => {
  await open(page, small)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const scrubber = page.getByRole('slider', { name: 'Iteration' })
  await expect.poll(async () => Number(await scrubber.inputValue())).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page).toHaveURL(/at=\d+/)
})

for (const [data, layers, more] of [
  ['circle', '4:2', 'epochs=40&run=adam(lr=0.01)'],
  ['xor', '4:2', 'epochs=40&run=adam(lr=0.01)'],
  ['gaussians', '4:2', 'epochs=40&run=adam(lr=0.01)'],
  // The network that TensorFlow Playground begins with is too small for raw inputs, there as here.
  ['spiral', '16:16', 'epochs=200&run=adam(lr=0.01)'],
] as const)
  test(`the set ${data} of TensorFlow Playground is told apart by ${layers} units`, async ({
    page,
  }) => {
    await open(page, `#/network?data=${data}&layers=${layers}&${playground}&${more}`)
    await page.keyboard.press('End')
    await expect(outcome(page)).toContainText(/^Trained for/)
    await expect(region(page, 'Fit').getByRole('group').first()).toBeVisible()
    const rows = (
      await page
        .getByRole('table', { name: 'Values at the epoch that is read' })
        .getByRole('cell')
        .allTextContents()
    ).map((text) => text.trim())
    expect(Number(/(\S+) %/.exec(rows.at(-1) ?? '')?.[1])).toBeGreaterThanOrEqual(95)
  })

test('weights that are all zero stay alike within their layer, and half is right', async ({
  page,
}) => {
  await open(
    page,
    '#/network?data=xor&layers=4&activation=tanh&init=zeros&batch=full&epochs=20&at=10&run=sgd(lr=0.5)',
  )
  await expect(outcome(page)).toContainText(/^epoch 10 of 20/)
  expect(Math.abs((await accuracyOf(page)) - 0.5)).toBeLessThan(0.15)
  const weights = await weightsOf(page)
  const rows = weights['net.0.weight'] as readonly (readonly number[])[]
  expect(rows).toHaveLength(4)
  for (const row of rows) expect(row).toEqual(rows[0])
})

test('too large a learning rate ends with its reason, and two ways back', async ({ page }) => {
  await open(
    page,
    '#/network?data=sine(n=200,noise=0.1,seed=1)&layers=32:32&activation=relu&batch=20&epochs=20&run=sgd(lr=5)',
  )
  await page.keyboard.press('End')
  await expect(outcome(page)).toContainText(
    /^After \d+ steps? .*(layer|loss).*, after a gradient of norm \S+: choose a smaller learning rate than 5/,
  )
  const [, last] = /^After (\d+)/.exec((await outcome(page).textContent()) ?? '') ?? []
  await page.getByRole('button', { name: 'Go to the last finite step' }).click()
  await expect(page).toHaveURL(new RegExp(`at=${Number(last) - 1}\\b`))
  await page.getByRole('button', { name: /^Divide the learning rate by 10/ }).click()
  await expect(page).toHaveURL(/run=sgd\(lr=0\.5\)/)
  await expect(outcome(page)).toContainText(/^epoch 0 of 20/)
})

test('the way back works where the rate was changed on the way, and none was chosen', async ({
  page,
}) => {
  await open(
    page,
    '#/network?data=sine(n=200)&layers=8&activation=relu&batch=20&epochs=20&change=3(lr=1000)&at=20',
  )
  await expect(outcome(page)).toContainText(/choose a smaller learning rate than 1000/)
  await page.getByRole('button', { name: /^Divide the learning rate by 10: 100$/ }).click()
  await expect(page).toHaveURL(/change=3\(lr=100\)/)
  await expect(page).toHaveURL(/at=3\b/)
})

test('where few points are learned by heart is marked', async ({ page }) => {
  await open(
    page,
    '#/network?data=circle(n=25,noise=0.3)&layers=32:32&activation=tanh&batch=10&epochs=400&run=adam(lr=0.01)',
  )
  await page.keyboard.press('End')
  await expect(outcome(page)).toContainText(/^Trained for 400 epochs/)
  await expect(lossWords(page)).toHaveAccessibleName(/overfitting starts here: epoch \d+$/)
  await expect(region(page, 'Loss').getByText('overfitting starts here')).toBeVisible()
})

/** The units that are drawn, inputs and outputs among them. */
const units = (page: Page) => region(page, 'Network').locator('[data-unit]')

test('another architecture begins anew, and says so', async ({ page }) => {
  await open(page, `${small}&at=30`)
  await expect(units(page)).toHaveCount(2 + 4 + 2 + 2)
  const model = region(page, 'Model')
  await model.getByRole('spinbutton', { name: 'Units in layer 1' }).fill('5')
  await expect(model.getByRole('status').first()).toContainText('Training began anew.')
  await expect(units(page)).toHaveCount(2 + 5 + 2 + 2)
  await expect(outcome(page)).toContainText(/^epoch 0 of 20/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(units(page)).toHaveCount(2 + 4 + 2 + 2)
})

test('a weight is set by hand, and its slope agrees with a difference quotient', async ({
  page,
}) => {
  await open(page, `${small}&at=24`)
  const card = region(page, 'Chosen weight')
  await card.getByRole('button', { name: 'Check this gradient' }).click()
  await expect(card).toContainText(/Backpropagation says .* digits? agree|all digits agree/)
  await card.getByRole('spinbutton', { name: 'Weight' }).fill('0.5')
  await card.getByRole('spinbutton', { name: 'Weight' }).press('Enter')
  await expect(card).toContainText(/Training begins anew from the network as it stood after 24/)
  await expect(outcome(page)).toContainText(/^epoch 0 of 20/)
  const weights = await weightsOf(page)
  expect((weights['net.0.weight'] as number[][])[0]?.[0]).toBe(0.5)
  await expect(page).toHaveURL(/weights=0\.5:/)
  const link = page.url()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(outcome(page)).toContainText(/^epoch 1 of 20/)
  await expect(page).toHaveURL(/at=24\b/)
  await expect(page).not.toHaveURL(/weights=/)
  await page.goto('about:blank')
  await open(page, link)
  await expect(outcome(page)).toContainText(/^epoch 0 of 20/)
  expect(await weightsOf(page)).toEqual(weights)
})

test('one point goes forward and backward by hand', async ({ page }) => {
  await open(page, `${small}&at=24`)
  const hand = region(page, 'By hand')
  await hand.getByRole('button', { name: 'Show all lines' }).click()
  await expect(hand.locator('.katex').first()).toBeAttached()
  await expect(hand.getByRole('link', { name: 'as a graph' })).toHaveAttribute(
    'href',
    /^#\/graph\?/,
  )
})

test('who leaves ends the training, and finds it again where it was', async ({ page }) => {
  const trainers = () =>
    page.workers().filter((worker) => worker.url().includes('trainings')).length
  await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
  expect(trainers()).toBe(0)
  await page.evaluate((hash) => {
    location.hash = hash
  }, `${slides}&at=5`)
  await expect(outcome(page)).toContainText(/^epoch 5 of 512/)
  await expect.poll(trainers).toBe(1)
  await page.getByRole('link', { name: 'Curve' }).click()
  await expect(region(page, 'Plot')).toBeVisible()
  await expect.poll(trainers).toBe(0)
  await page.getByRole('link', { name: 'Network' }).click()
  await expect(outcome(page)).toContainText(/^epoch 5 of 512/)
})

for (const [link, words] of [
  ['#/network?data=bananas&layers=4&epochs=20', /data/],
  ['#/network?data=xor&layers=1000&epochs=20', /1 to 256 units/],
  ['#/network?data=points&points=1:2;3:oops&epochs=20', /point 2/],
  ['#/network?data=xor&layers=4&epochs=20&at=999999', /There is no step 999999 in 20 steps/],
] as const)
  test(`${link} is mended with a sentence, and the rest works`, async ({ page }) => {
    await open(page, link)
    await expect(problem(page)).toContainText(words)
    await expect(outcome(page)).toContainText(/of 20|for 20/)
    await problem(page).getByRole('button', { name: 'Dismiss' }).first().click()
    await page.getByRole('button', { name: 'Step forward' }).click()
    await expect(page).toHaveURL(/at=1\b/)
  })

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await open(page, `${small}&at=24&run=sgd(lr=0.1)`)
    await expect(lossWords(page)).toBeVisible()
    await expectAccessible(page, ...rulesOf(theme))
  })

test('Tab reaches all that a pointer does', async ({ page }) => {
  await open(page, `${small}&at=24`)
  const all = await page
    .locator(focusable)
    .evaluateAll((found) => found.filter((one) => one.checkVisibility()).length)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const met = new Set<string>()
  for (let i = 0; i < 2 * all; i++) {
    await page.keyboard.press('Tab')
    met.add(
      await page.evaluate(() => {
        const focused = document.activeElement
        const of = focused?.closest('[role=group][aria-label], section[aria-label]')
        const label = (focused as HTMLInputElement | null)?.labels?.[0]?.textContent
        const own = focused?.getAttribute('aria-label') ?? label ?? focused?.textContent
        return `${of?.getAttribute('aria-label') ?? ''}: ${own?.trim()}`
      }),
    )
  }
  const names = [...met].join('\n')
  for (const name of controls) expect(names).toContain(name)
})

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
const controls = [
  'Data',
  'Samples',
  'Noise',
  'Training share',
  'Standardize',
  'Points from a table',
  'Step forward',
  'One epoch',
  'Iteration',
  'Speed',
  'Loss landscape',
  'Log scale',
  'Epoch to read',
  'Learning rate',
  'Add optimizer',
  'Hidden layers',
  'Units in layer 2',
  'Activation',
  'Initialization',
  'Loss function',
  'Batch size',
  'Epochs',
  'Open weights',
  'Weight',
  'Check this gradient',
  'Sample',
  'Forward',
  'Backward',
]

test.describe('a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })
  test('has it all, without scrolling sideways', async ({ page }) => {
    await openWhole(page, `${small}&at=24`)
    expect((await overflow(page)).across).toBeLessThanOrEqual(0)
    await expect(region(page, 'Network')).toBeVisible()
    await expect(region(page, 'Fit')).toBeVisible()
    await expectAccessible(page)
  })
})
