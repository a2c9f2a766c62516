// What hands do by chance: keys, typing into whatever has the focus, and the controls that can be seen.
import fc from 'fast-check'
import type { Action, Stage } from './stage.ts'

const pressed = fc
  .constantFrom(
    ...['Tab', 'Tab', 'Shift+Tab', 'Enter', 'Escape', ' ', 'Backspace', 'Delete'],
    ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
    ...['Control+z', 'Control+y', 'Control+Shift+Z', 'Control+a'],
    // The letters that are keys, in either lab, and some that are none.
    ...'rf?gvwnlctmd3+-0',
  )
  .map(
    (key): Action => ({
      words: `pressed is ${key === ' ' ? 'Space' : key}`,
      act: ({ page }) => page.keyboard.press(key),
    }),
  )

const typed = fc
  .oneof(
    fc.constantFrom('x^2', '1e309', '-', '0', '3', '-5', '2.5', '(', 'sin(', '9'.repeat(400), '𝒙'),
    fc.constantFrom('x = x - lr*g', 'm = 0.9*m + g\nx = x - lr*m', 'y', '\u{1F600}', '1/0', 'x*y'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  .map(
    (text): Action => ({
      words: `typed is ${JSON.stringify(text)}`,
      act: ({ page }) => page.keyboard.insertText(text),
    }),
  )

const controls =
  'button, [role=menuitem], [role=slider], [role=checkbox], input:not([type=file]), select, textarea, summary, a[href^="#"], [tabindex="0"]'

/** A control that can be seen, by its number among them: clicked where it is, as a hand does. */
async function click({ page, done }: Stage, number: number) {
  const found = await page.evaluate(
    ([selector, n]) => {
      const seen = [...document.querySelectorAll(selector)].filter((control) =>
        control.checkVisibility(),
      )
      const control = seen[n % seen.length]
      if (!control) return undefined
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const { left, top, width, height } = control.getBoundingClientRect()
      const label = control.getAttribute('aria-label') ?? control.textContent?.slice(0, 40)
      const words = `${control.tagName.toLowerCase()} ${label}`
      return { x: left + width / 2, y: top + height / 2, words }
    },
    [controls, number] as const,
  )
  if (!found) return
  done.push(`  that is ${found.words}`)
  await page.mouse.click(found.x, found.y)
}

const clicked = fc.nat(200).map(
  (number): Action => ({
    words: `clicked is control ${number}`,
    act: (stage) => click(stage, number),
  }),
)

/** Choosing in a list goes by letters and arrows once it has the focus; in a plot, by dragging. */
const dragged = fc.tuple(fc.nat(1279), fc.nat(719), fc.nat(1279), fc.nat(719)).map(
  ([a, b, c, d]): Action => ({
    words: `dragged is from ${a}, ${b} to ${c}, ${d}`,
    async act({ page }) {
      await page.mouse.move(a, b)
      await page.mouse.down()
      await page.mouse.move(c, d, { steps: 3 })
      await page.mouse.up()
    },
  }),
)

const scrolled = fc.tuple(fc.nat(1279), fc.nat(719), fc.constantFrom(-3000, -100, 100, 3000)).map(
  ([x, y, by]): Action => ({
    words: `the wheel turns by ${by} at ${x}, ${y}`,
    async act({ page }) {
      await page.mouse.move(x, y)
      await page.mouse.wheel(0, by)
    },
  }),
)

export const hands: fc.Arbitrary<Action> = fc.oneof(
  { arbitrary: pressed, weight: 6 },
  { arbitrary: typed, weight: 3 },
  { arbitrary: clicked, weight: 6 },
  { arbitrary: dragged, weight: 1 },
  { arbitrary: scrolled, weight: 1 },
)
