// The kinds of cases: one row each.
import fc from 'fast-check'
import { anyFile } from './files.ts'
import { hands } from './hands.ts'
import { anyLink, followed } from './links.ts'
import { deaths, network, refusals, restore, tryAgain } from './losses.ts'
import type { Action, Stage } from './stage.ts'
import { watchedToItsEnd } from './trainings.ts'

export interface Kind {
  /** What is done before the page is loaded. */
  readonly before?: fc.Arbitrary<readonly Action[]>
  readonly actions: fc.Arbitrary<Action>
  readonly most: number
  /** What is done to the page while someone is typing, which loses nothing of it. */
  readonly meanwhile?: fc.Arbitrary<Action>
  /** Brings back what was taken away. */
  readonly restore?: (stage: Stage) => Promise<void>
  /** What the browser itself says of it. */
  readonly expected?: RegExp
}

/** What someone does who does nothing wrong. */
const use = fc.oneof({ arbitrary: followed, weight: 1 }, { arbitrary: hands, weight: 2 })
const mostly = (much: fc.Arbitrary<Action>, less: fc.Arbitrary<Action>) =>
  fc.oneof({ arbitrary: much, weight: 3 }, { arbitrary: less, weight: 2 })

export const kinds: Readonly<Record<string, Kind>> = {
  links: { actions: anyLink, most: 8 },
  files: { actions: anyFile, most: 8 },
  keys: { actions: hands, most: 30 },
  trainings: { actions: watchedToItsEnd, most: 4 },
  chunks: {
    before: refusals,
    actions: mostly(use, network),
    most: 8,
    meanwhile: network,
    restore,
    expected: /Failed to load resource|preloaded using link preload/,
  },
  workers: { actions: mostly(use, deaths), most: 12, meanwhile: deaths, restore: tryAgain },
}
