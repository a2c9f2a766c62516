// Links: what outsiders hold on to.
import { expect, open, rowOf, test } from './test.ts'

test('Copy link makes a link that chat programs leave alone and that shows the same', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(
    page,
    '#/curve?f=x^2/20+tanh(sin(x))&start=8&steps=15&at=4&run=adam(lr=2,betas=0.8:0.99,amsgrad)',
  )
  const before = await rowOf(page, 15)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/^http:\/\/localhost:\d+\/#\/curve\?[A-Za-z0-9\-./:=,+&%]*$/)
  await page.goto('about:blank')
  await open(page, link)
  expect(await rowOf(page, 15)).toEqual(before)
  await expect(page.getByRole('slider', { name: 'Iteration' })).toHaveValue('4')
  await expect(page.getByRole('checkbox', { name: 'AMSGrad' })).toBeChecked()
})

test('the address bar always holds the link', async ({ page }) => {
  await open(page, '#/curve?f=x^2&start=2&run=sgd')
  await expect(page).toHaveURL(/#\/curve\?f=x\^2&start=2&steps=50&run=sgd\(lr=0\.001\)$/)
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('7')
  await page.getByRole('button', { name: 'Step forward' }).click()
  await expect(page).toHaveURL(/steps=7&at=1&run/)
})

test('editing the address redraws', async ({ page }) => {
  await open(page, '#/curve?f=x^2&start=2&steps=5&run=sgd(lr=0.1)')
  await page.evaluate(() => {
    location.hash = '#/curve?f=x^2&start=3&steps=5&run=sgd(lr=0.1)'
  })
  await expect.poll(async () => (await rowOf(page, 0))[1]).toBe(3)
})

test('a link needs little, and says little: defaults are PyTorch’s', async ({ page }) => {
  await open(page, '#/curve?f=x^2&run=adam')
  await expect(page.getByRole('spinbutton', { name: 'Learning rate' })).toHaveValue('0.001')
  await expect(page.getByRole('spinbutton', { name: 'Start x' })).toHaveValue('1')
  await expect(page.getByRole('spinbutton', { name: 'Steps' })).toHaveValue('50')
})
