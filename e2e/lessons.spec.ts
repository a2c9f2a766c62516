// Lessons: read, predict, run. Most tests bring a lesson of their own, which has every kind of question.
import { readdirSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, rulesOf } from './axe.ts'
import { expect, overflow, problem, test } from './test.ts'

const lessons = readdirSync('src/lessons/texts')
const first = 'soda'

const mine = `# Short and mine

Four questions about a parabola.

:::goals
- Predict a step.
:::

## The first step

The slope at $x = 2$ is :claim[4]{of=slope@0}.

::scene{link="#/curve?f=x^2&start=2&steps=12&run=sgd(lr=0.25)"}

:::question{place=x@1 within=0.1}
Where does the first step end?
::explanation
At :claim[1]{of=x@1}: a quarter of 4 is taken off 2.
:::

## The second

:::question{of=x@2 within=0.05}
And the second?
::explanation
Half as far: :claim[0.5]{of=x@2}.
:::

## Too large

::scene{link="#/curve?f=x^2&start=2&steps=30&run=sgd(lr=1.5)"}

:::question{ending=outcome}
How does it end?
::explanation
Each step is twice as far out as the one before.
:::

## What for

:::question
What is a slope for?
- [ ] For skiing

  There too, but here it says where down is.
- [x] It says where down is
::explanation
And how steep.
:::

:::exercise{solution="#/curve?f=x^2&start=2&run=sgd(lr=0.5)"}
Find a rate that needs one step.
:::

:::sources
- Cauchy, 1847.
:::
`

/** Goes to the contents and chooses a file there. */
async function choose(page: Page, text: string) {
  if (!page.url().includes('#/lessons')) await page.goto('#/lessons')
  await expect(page.getByRole('heading', { name: 'Lessons', level: 1 })).toBeVisible()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'mine.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
}

/** Opens a lesson from a file. */
async function openOwn(page: Page) {
  await choose(page, mine)
  await expect(page.getByRole('heading', { name: 'Short and mine' })).toBeVisible()
}

/** Waits until a step with its scene is here. */
async function arrive(page: Page, title: string) {
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
}

const question = (page: Page) => page.getByRole('group', { name: 'Question' })
const verdict = (page: Page) => question(page).getByRole('status')
const guess = (page: Page) => page.getByRole('slider', { name: 'Your guess' })

async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(control).toBeVisible()
  for (let stop = 0; stop < 40; stop++) {
    if (await control.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not come there`)
}

test('all lessons stand in one screen, and the first question is near', async ({ page }) => {
  await page.goto('#/lessons')
  const links = page.getByRole('main').getByRole('listitem').getByRole('link')
  await expect(links).toHaveCount(lessons.length)
  await expect(page).toHaveTitle('Lessons · Descent')
  await expect.poll(async () => (await overflow(page)).down).toBeLessThanOrEqual(0)
  await links.first().click()
  await page.getByRole('link', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/#\/lessons\/\w+\/1$/)
})

test('a whole lesson goes by keys alone, and what was done is known', async ({ page }) => {
  await openOwn(page)
  await expect(page).toHaveTitle('Short and mine · Descent')
  await tabTo(page, page.getByRole('link', { name: 'Begin' }))
  await page.keyboard.press('Enter')

  await arrive(page, 'The first step')
  await expect(page).toHaveTitle('The first step · Short and mine · Descent')
  await expect(page.getByRole('status', { name: 'Outcome' })).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'Start' })).toHaveCount(0)
  await tabTo(page, guess(page), 'Shift+Tab')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText('Not this time: x is 1, you said −10.')
  await expect(page.getByRole('status', { name: 'Outcome' })).toContainText(
    'Almost at the minimum 0',
  )
  await expect(page.getByText('step 12 of 12')).toBeVisible()
  await page.keyboard.press('PageDown')

  await arrive(page, 'The second')
  await tabTo(page, page.getByRole('spinbutton', { name: 'Your answer' }))
  await page.keyboard.type('0,6')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText('Close: it is 0.5, you said 0.6.')
  await expect(question(page)).toContainText('Half as far: 0.5.')
  await expect(question(page).getByRole('button', { name: 'Try again' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('spinbutton', { name: 'Your answer' }), 'Shift+Tab')
  await page.keyboard.type('1/2')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText('Right: it is 0.5.')
  await page.keyboard.press('PageDown')

  await arrive(page, 'Too large')
  await tabTo(page, page.getByRole('radio', { name: 'It converges' }))
  await page.keyboard.press('Space')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText('Right: it diverges.')
  await page.keyboard.press('PageDown')

  await arrive(page, 'What for')
  await tabTo(page, page.getByRole('radio', { name: 'For skiing' }))
  await page.keyboard.press('Space')
  await tabTo(page, question(page).getByRole('button', { name: 'Check' }))
  await page.keyboard.press('Enter')
  await expect(verdict(page)).toHaveText('Not this time.')
  await expect(question(page)).toContainText('There too')
  await page.keyboard.press('PageDown')

  await expect(page.getByRole('heading', { name: 'One more, on your own' })).toBeFocused()
  await expect(page.getByText('Of 4 questions you have answered 2 right.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open a solution in the lab' })).toHaveAttribute(
    'href',
    '#/curve?f=x^2&start=2&run=sgd(lr=0.5)',
  )
  await page.keyboard.press('PageUp')
  await arrive(page, 'What for')
  await expect(verdict(page)).toHaveText('Not this time.')
})

test('a guess is dragged, and drawn beside what comes out', async ({ page }) => {
  await openOwn(page)
  await page.goto('#/lessons/own/1')
  await arrive(page, 'The first step')
  const plot = page.getByRole('region', { name: 'Plot' })
  await question(page).getByRole('button', { name: 'Check' }).click()
  await expect(verdict(page)).toHaveText('Drag the handle on the plot first.')
  // A handle is seen before it can be dragged.
  await expect(async () => {
    const box = await guess(page).boundingBox()
    if (!box) throw new Error('It is there')
    const [x, y] = [box.x + box.width / 2, box.y + 20]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 60, y, { steps: 4 })
    await page.mouse.up()
    await expect(question(page)).toContainText(/Your guess: x = /, { timeout: 2000 })
  }).toPass()
  // Nothing else is moved by it, nor by a click on the plot.
  const frame = await plot.boundingBox()
  await plot.click({ position: { x: (frame?.width ?? 0) / 2, y: 80 } })
  await expect(guess(page)).toHaveAttribute('aria-valuenow', /^-?[01]\./)
  await question(page).getByRole('button', { name: 'Check' }).click()
  await expect(verdict(page)).toHaveText(/^(Right|Close|Not this time): x is 1/)
  await expect(guess(page)).toHaveCount(0)
  await expect(plot.getByText('your guess')).toBeAttached()
  await expect(plot.getByText('x = 1', { exact: true })).toBeAttached()
  await expect(page.getByRole('slider', { name: 'Start' })).toBeVisible()
})

test('an answer that is no number alone is told so, and can be mended', async ({ page }) => {
  await openOwn(page)
  await page.goto('#/lessons/own/2')
  await arrive(page, 'The second')
  const field = page.getByRole('spinbutton', { name: 'Your answer' })
  for (const typed of ['0.5 cm', 'x = 0.5', '1/0']) {
    await field.fill(typed)
    await field.press('Enter')
    await expect(verdict(page)).toContainText(`${typed} is not a number: type the number alone`)
    await expect(field).toHaveValue(typed)
  }
  await field.fill('0.5')
  await field.press('Enter')
  await expect(verdict(page)).toHaveText('Right: it is 0.5.')
})

test('what leads nowhere says so, with the way back', async ({ page }) => {
  await page.goto('#/lessons/nothing')
  await expect(page.getByText('There is no lesson nothing.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'All lessons' })).toBeVisible()
  await page.goto(`#/lessons/${first}/99`)
  await expect(page.getByText(/has no step 99: it has \d+\./)).toBeVisible()
  await page.goto('#/lessons/own')
  await expect(page.getByText('open its file again')).toBeVisible()
})

test('a lesson with a mistake says where it is, and nothing is lost', async ({ page }) => {
  await choose(page, mine.replace(':::question{place=x@1 within=0.1}', ':::question{place=x@1}'))
  await expect(problem(page)).toContainText('mine.md is no lesson yet. Line 15: A question has')
  await expect(page).toHaveURL(/#\/lessons$/)
  await openOwn(page)
  await expect(problem(page)).toBeHidden()
})

test('a formula that cannot be read is shown as it was written', async ({ page }) => {
  await choose(page, mine.replace('$x = 2$', String.raw`$\frac{x = 2$`))
  await expect(page.getByRole('heading', { name: 'Short and mine' })).toBeVisible()
  await page.goto('#/lessons/own/1')
  await arrive(page, 'The first step')
  await expect(page.getByText(String.raw`\frac{x`).first()).toBeVisible()
})

test('a lesson may be dropped anywhere, and saved to begin another with', async ({ page }) => {
  await page.goto('#/curve')
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'mine.md', { type: 'text/markdown' }))
    return transfer
  }, mine)
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  await expect(page.getByRole('heading', { name: 'Short and mine' })).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('own.md')
})

test('progress is kept until someone wants it forgotten', async ({ page }) => {
  await page.goto(`#/lessons/${first}/1`)
  await expect(page.getByRole('region', { name: 'Plot' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page).toHaveURL(/\/2$/)
  await page.reload()
  await page.goto(`#/lessons/${first}`)
  await expect(page.getByRole('link', { name: 'Continue' })).toHaveAttribute('href', /\/2$/)
  await page.goto('#/lessons')
  await expect(page.getByRole('progressbar', { name: 'Steps seen' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Forget progress' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await page.getByRole('button', { name: 'Bring progress back' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(1)
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in lessons, in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const rules = rulesOf(theme)
    await openOwn(page)
    await expect(page.getByRole('link', { name: 'Begin' })).toBeVisible()
    await expectAccessible(page, ...rules)
    await page.goto('#/lessons/own/1')
    await arrive(page, 'The first step')
    await expectAccessible(page, ...rules)
    await page.goto('#/lessons/own/4')
    await arrive(page, 'What for')
    await page.getByRole('radio', { name: 'For skiing' }).check()
    await question(page).getByRole('button', { name: 'Check' }).click()
    await expect(verdict(page)).toHaveText('Not this time.')
    await expectAccessible(page, ...rules)
    await page.goto('#/lessons/own/end')
    await expect(page.getByRole('heading', { name: 'Exercise' })).toBeVisible()
    await expectAccessible(page, ...rules)
    await page.goto('#/lessons')
    await expect(page.getByRole('link', { name: 'Short and mine' })).toBeVisible()
    await expectAccessible(page, ...rules)
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('words come first, then the question, then the plot with its handle', async ({ page }) => {
    await openOwn(page)
    await page.goto('#/lessons/own/1')
    await arrive(page, 'The first step')
    await expect(guess(page)).toBeVisible()
    const tops = await Promise.all(
      [page.getByRole('heading', { level: 1 }), question(page), guess(page)].map(
        async (it) => (await it.boundingBox())?.y ?? Number.NaN,
      ),
    )
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
    // Question and plot have room in one screen.
    const height = async () => {
      const [above, below] = await Promise.all(
        [question(page), page.getByRole('region', { name: 'Plot' })].map((it) => it.boundingBox()),
      )
      return below && above ? below.y + below.height - above.y : Number.NaN
    }
    await expect.poll(height).toBeLessThan(740)
  })
})
