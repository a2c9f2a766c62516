// Words on plots and charts that lie on each other or are cut off, by the boxes of their letters.
import type { Page } from '@playwright/test'
import { functions } from '../src/core/functions/index.ts'

/**
 * Follows a link on the page as it is, and says which words lie on each other or are cut when the picture stands still.
 * @param link with a start that none before it had, or one that is on the page already
 */
export const wordTroubles = (page: Page, link: string): Promise<string[]> =>
  page.evaluate(async (hash) => {
    interface Box {
      readonly left: number
      readonly top: number
      readonly right: number
      readonly bottom: number
    }
    /** A box of letters has air above and below them, in shares of its height. */
    const air = 0.17
    const slack = 1.5
    /** Charts come a little after the plot. */
    const framesOfRest = 12
    const texts = () => [
      ...document.querySelectorAll<SVGTextElement>(
        '[aria-label="Plot"] svg text, section svg text',
      ),
    ]
    const picture = () =>
      texts()
        .map((text) => text.textContent + text.outerHTML)
        .join()
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    location.hash = hash
    const wanted = Number.parseFloat(/start=([^,&]*)/.exec(hash)?.[1] ?? '')
    const isThere = () =>
      Number.isNaN(wanted) ||
      Number(document.querySelector('[aria-label="Start"]')?.ariaValueNow) === wanted
    let last = ''
    for (let still = 0; still < framesOfRest; ) {
      await frame()
      const now = picture()
      still = isThere() && now === last ? still + 1 : 0
      last = now
    }
    const boxOf = (text: SVGTextElement): Box => {
      const { left, top, right, bottom, height } = text.getBoundingClientRect()
      return { left, right, top: top + air * height, bottom: bottom - air * height }
    }
    const isOver = (a: Box, b: Box) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack
    const placeOf = (text: Element) =>
      text.closest('[aria-label]:is(section, [role=region])')?.getAttribute('aria-label') ?? ''
    const shown = texts()
      .filter((text) => text.textContent?.trim() && text.checkVisibility())
      .map((text) => ({
        words: text.textContent ?? '',
        box: boxOf(text),
        place: placeOf(text),
        around: text.ownerSVGElement?.getBoundingClientRect() as Box,
      }))
      .filter(({ box }) => box.right > box.left)
    const overlaps = shown.flatMap((a, i) =>
      shown
        .slice(i + 1)
        .flatMap((b) => (isOver(a.box, b.box) ? [`${a.place}: ${a.words} × ${b.words}`] : [])),
    )
    const cut = shown
      .filter(
        ({ box, around }) =>
          box.left < around.left - slack ||
          box.right > around.right + slack ||
          box.top < around.top - slack ||
          box.bottom > around.bottom + slack,
      )
      .map(({ words, place }) => `${place}: ${words} is cut`)
    const handle = document
      .querySelector('[aria-label="Start"] :nth-child(2)')
      ?.getBoundingClientRect()
    const under = handle
      ? shown
          .filter(({ box }) => isOver(box, handle))
          .map(({ words, place }) => `${place}: ${words} is at the start`)
      : []
    return [...overlaps, ...cut, ...under]
  }, link)

/** Numbers from 0 to 1 by chance, the same each time. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const runs = [
  'sgd(lr=0.1)',
  'sgd(lr=0.02,momentum=0.9)',
  'adam(lr=0.3)',
  'adam(lr=2)',
  'rmsprop(lr=0.05)',
  'adagrad(lr=0.5)',
  'sgd(lr=0.9)@cosine(T_max=20)',
  'adamw(lr=0.5,bugs=l2-decay)',
  'lbfgs(lr=1)',
  'newton()',
]
const looks = ['vectors', 'ellipse', 'linear', 'quadratic', 'field', 'log-height', 'one-scale']
const typed = [
  ['abs(x) - 3', 'x^4/9 - x^2 + 1000', '1e-5*x^2 + x*1e-6', '100 + 0.01*x^2'],
  ['x^2*y - y^3/3', '100 + 0.01*(x^2 + y^2)', 'x^2 + y^2 + 1e5', '1e-4*(x^2 - y)^2 + y^2'],
]

/** Links to experiments of all kinds: races, noise, local models, mistakes, wide and narrow views. */
export function someLinks(count: number, seed: number): string[] {
  const chance = chances(seed)
  const one = <T>(of: readonly T[]) => of[Math.floor(chance() * of.length)] as T
  const number = (from: number, to: number) =>
    Number((from + chance() * (to - from)).toPrecision(3))
  return Array.from({ length: count }, (_, i) => {
    const variables = 1 + (i % 2)
    const known = functions.filter(({ domain }) => domain.length === variables)
    const domains = Array.from({ length: variables }, () => [-3, 3] as const)
    const entry = chance() < 0.75 ? one(known) : undefined
    const f = entry?.id ?? one(typed[variables - 1] ?? [])
    const start = (entry?.domain ?? domains).map(([from, to]) => number(from, to))
    const steps = one([8, 30, 200])
    const racers = Array.from({ length: one([1, 1, 2, 4, 7]) }, () => `&run=${one(runs)}`)
    const show = looks.filter(() => chance() < 0.4)
    return [
      `#/${['curve', 'surface'][variables - 1]}?f=${encodeURIComponent(f)}&start=${start}&steps=${steps}`,
      `&at=${Math.floor(chance() * steps)}`,
      chance() < 0.2 ? `&noise=${one([0.01, 0.5])}` : '',
      variables === 2 && show.length ? `&show=${show}` : '',
      ...racers,
    ].join('')
  })
}
