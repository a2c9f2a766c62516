// Links by chance: of every experiment that the registries can say, and then with what people and programs do to a link.
import fc from 'fast-check'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { type GraphExperiment, graphParts } from '../../../src/core/experiment/graphExperiment.ts'
import { networkParts } from '../../../src/core/experiment/networkParts.ts'
import type { Parts } from '../../../src/core/experiment/part.ts'
import { parts } from '../../../src/core/experiment/parts.ts'
import { experiments } from '../../../src/core/export/test/random.ts'
import { treesOf } from '../../../src/core/export/test/randomLoss.ts'
import { trainings } from '../../../src/core/export/test/randomNetwork.ts'
import { between } from '../../../src/core/export/test/randomNumber.ts'
import { name } from '../../../src/core/language/expression.ts'
import { print } from '../../../src/core/language/print.ts'
import { limits } from '../../../src/core/limits.ts'
import { readLoss } from '../../../src/core/loss/loss.ts'
import { type MapExperiment, mapsId, shows } from '../../../src/core/maps/mapExperiment.ts'
import { mapParts } from '../../../src/core/maps/mapParts.ts'
import { looks } from '../../../src/labs/surface/looks.ts'
import { encodeLink, forChat, type InLab } from '../../../src/state/links/encodeLink.ts'
import type { Action, Stage } from './stage.ts'

const labFor = ({ f, params }: Experiment) =>
  readLoss(f, params).variables.length === 2 ? 'surface' : 'curve'

const interval = fc
  .tuple(between(-9, 9), between(0.1, 9))
  .map(([from, width]): [number, number] => [from, from + width])

/** What the page knows beside what PyTorch can check. */
const besides = fc.record(
  {
    noise: fc.constantFrom(0.01, 0.5, 100),
    seed: fc.nat(9),
    at: fc.nat(40),
    show: fc.subarray([...looks]),
    view: fc.tuple(interval, interval),
  },
  { requiredKeys: [] },
)

/** Experiments that name their lab; some of them cannot start. */
export const asked: fc.Arbitrary<Experiment> = fc
  .tuple(experiments, besides)
  .map(([of, more]) => ({ ...of, lab: labFor(of), ...more }))

const letters = ['a', 'x', 'y', 'z', 'x1', 'w2']

/** Graphs of expressions of up to six variables, at a point where some of them may be nothing. */
const graphs: fc.Arbitrary<GraphExperiment> = fc
  .tuple(treesOf(fc.constantFrom(...letters.map(name)), 4), fc.array(between(-9, 9)), fc.nat(40))
  .map(([tree, numbers, at]) => {
    const { variables } = readLoss(print(tree), {}, true)
    const start = variables.map((letter, i) => [letter, numbers[i] ?? 0] as const)
    return { f: print(tree), start: Object.fromEntries(start), at }
  })

/** A quantity that there is, or one that there may not be. */
const axes = fc.constantFrom(
  ...[
    { of: 'lr' },
    { of: 'start.x' },
    { of: 'momentum' },
    { of: 'beta1' },
    { of: 'schedule.gamma' },
  ],
  { of: 'lr', from: 0.001, to: 10, scale: 'log' } as const,
  { of: 'start.x', from: -1e-9, to: 1e-9 },
)

/** Small maps of descents. */
const maps: fc.Arbitrary<MapExperiment> = fc
  .tuple(
    asked,
    fc.record(
      { x: axes, y: axes, show: fc.constantFrom(...shows), size: fc.integer({ min: 1, max: 12 }) },
      { requiredKeys: ['size'] },
    ),
  )
  .map(([{ show: _, view: __, ...descent }, map]) => ({ ...descent, lab: mapsId, map }))

const linksOf = <E extends InLab>(table: Parts<E>, of: fc.Arbitrary<E>): fc.Arbitrary<string> =>
  fc
    .tuple(of, fc.boolean())
    .map(([experiment, chat]) => encodeLink(table, experiment, chat ? forChat : undefined))

/** Links as the page writes them: each lab has its share. */
const valid = fc.oneof(
  { arbitrary: linksOf(parts, asked), weight: 2 },
  { arbitrary: linksOf(graphParts, graphs), weight: 1 },
  { arbitrary: linksOf(networkParts, trainings), weight: 2 },
  { arbitrary: linksOf(mapParts, maps), weight: 1 },
)

const keysIn = <E>(table: Parts<E>) =>
  table.flatMap(({ link }) => link?.keys ?? []).map(({ name }) => name)
const keys = [
  ...new Set([
    ...keysIn(parts),
    ...keysIn(graphParts),
    ...keysIn(networkParts),
    ...keysIn(mapParts),
  ]),
]
const strange = fc.constantFrom(
  ...['1e309', '-1e-400', '9'.repeat(400), 'NaN', '∞', '−1', '½', 'ℝ', '𝒙', '\u{1F600}', '\u202e'],
  ...[
    '%',
    '%E0%A4',
    '%00',
    '&',
    '=',
    '&=',
    '?',
    '#',
    ':',
    ',',
    ';',
    '@',
    '((',
    ')',
    '`',
    '"',
    '<b>',
  ],
  ...['__proto__', 'constructor', '&colour=red', '&run=', '&run=custom', '&rule=x=x', '+', ' '],
)
const any = fc.oneof(
  { arbitrary: strange, weight: 3 },
  { arbitrary: fc.constantFrom(...keys).map((key) => `&${key}=`), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }), weight: 1 },
)

type Change = (link: string) => string
const where = (link: string, at: number) => Math.floor((at / 1000) * link.length)
const place = fc.nat(1000)
/** Each takes a link for another. */
const changes: fc.Arbitrary<Change> = fc.oneof(
  // Characters lost, doubled, swapped.
  fc.tuple(place, fc.nat(5)).map(
    ([at, count]): Change =>
      (link) => {
        const i = where(link, at)
        return link.slice(0, i) + link.slice(i + 1 + count)
      },
  ),
  place.map(
    (at): Change =>
      (link) => {
        const i = where(link, at)
        return link.slice(0, i + 1) + link.slice(i)
      },
  ),
  place.map(
    (at): Change =>
      (link) => {
        const i = where(link, at)
        return link.slice(0, i) + link.charAt(i + 1) + link.charAt(i) + link.slice(i + 2)
      },
  ),
  // Something strange in the middle, and in the place of a number.
  fc.tuple(place, any).map(
    ([at, piece]): Change =>
      (link) => {
        const i = where(link, at)
        return link.slice(0, i) + piece + link.slice(i)
      },
  ),
  fc.tuple(fc.nat(20), any).map(
    ([nth, piece]): Change =>
      (link) => {
        let seen = 0
        return link.replace(/\d+(\.\d+)?/g, (number) => (seen++ === nth ? piece : number))
      },
  ),
  // A part of it once more, and again and again.
  fc.tuple(place, place, fc.constantFrom(1, 2, 20, 1000)).map(
    ([a, b, times]): Change =>
      (link) => {
        const [from, to] = [where(link, Math.min(a, b)), where(link, Math.max(a, b))]
        const room = Math.ceil((limits.link.most + 100) / Math.max(1, to - from))
        return (
          link.slice(0, to) + link.slice(from, to).repeat(Math.min(times, room)) + link.slice(to)
        )
      },
  ),
  fc.constant((link: string) => `${link}&${link.split('&').at(-1)}`),
)

const mutated = fc
  .tuple(valid, fc.array(changes, { minLength: 1, maxLength: 4 }))
  .map(([link, by]) => by.reduce((changed, change) => change(changed), link))

const told = (link: string) =>
  link.length > 3000 ? `${link.slice(0, 3000)}… (${link.length} characters)` : link

const byHash = (link: string): Action => ({
  words: `the address becomes ${told(link)}`,
  act: ({ page }) => page.evaluate((hash) => void Object.assign(location, { hash }), link),
})

async function load({ page, address }: Stage, link: string) {
  // Only another page before it makes it a load.
  await page.goto('about:blank')
  await page.goto(address + link)
  // Until then it is a picture of itself.
  await page.locator('#root > [inert]').waitFor({ state: 'detached' })
}
export const byLoad = (link: string): Action => ({
  words: `the page is loaded with ${told(link)}`,
  act: (stage) => load(stage, link),
})

/** A way to open a link, mostly the quicker one. */
export const opened = (link: fc.Arbitrary<string>) =>
  fc.oneof({ arbitrary: link.map(byHash), weight: 4 }, { arbitrary: link.map(byLoad), weight: 1 })

export const followed = valid.map(byHash)
export const anyLink = fc.oneof(
  { arbitrary: opened(mutated), weight: 3 },
  { arbitrary: opened(valid), weight: 2 },
)
