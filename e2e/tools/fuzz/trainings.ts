// Trainings by chance: what the page makes of the link of one is what plain Node makes of it, and the address says it again.
import fc from 'fast-check'
import type { NetworkExperiment } from '../../../src/core/experiment/networkExperiment.ts'
import { networkParts } from '../../../src/core/experiment/networkParts.ts'
import { spelledOut } from '../../../src/core/experiment/part.ts'
import { networkCsv } from '../../../src/core/export/networkCsv.ts'
import { preparedOf, trainingsInLinks } from '../../../src/core/export/test/randomNetwork.ts'
import { trainNetwork } from '../../../src/core/runs/trainNetwork.ts'
import { decodeLink } from '../../../src/state/links/decodeLink.ts'
import { encodeLink } from '../../../src/state/links/encodeLink.ts'
import { opened } from './links.ts'
import { saysAgain, trains } from './promises.ts'
import type { Action } from './stage.ts'

/** What a link says, in the words of the page, and what it says with something else. */
const saidBy = (link: string, more: Partial<NetworkExperiment> = {}) =>
  encodeLink(
    networkParts,
    spelledOut(networkParts, { ...decodeLink(networkParts, link).experiment, ...more }),
  )

/** At its end, with the link that says so. */
const ended = trainingsInLinks
  .map((experiment) => ({ experiment, steps: preparedOf(experiment)?.pace.steps }))
  .filter(({ steps }) => steps !== undefined)
  .map(({ experiment, steps = 0 }) => {
    const whole = { ...experiment, at: steps }
    return { experiment: whole, link: encodeLink(networkParts, whole) }
  })

/** Exponentials end in other digits in another engine: what a table says may differ by so much of its numbers. */
const apart = 1e-6
/** Where a loss comes near 0, only its last digits are left. */
const nearNothing = 1e-12

function isAlike(a: string, b: string): boolean {
  const [cells, others] = [a, b].map((csv) => csv.split(/[\n,]/)) as [string[], string[]]
  const isNear = (cell: string, other: string) =>
    Math.abs(Number(cell) - Number(other)) <= apart * Math.abs(Number(cell)) + nearNothing
  return (
    cells.length === others.length &&
    cells.every((cell, i) => cell === others[i] || isNear(cell, others[i] ?? ''))
  )
}

/** A link is opened, and the training waited for. */
export const watchedToItsEnd: fc.Arbitrary<Action> = ended.chain(({ experiment, link }) =>
  opened(fc.constant(link)).map(({ words, act }) => ({
    words,
    async act(stage) {
      await act(stage)
      const all = trainNetwork(experiment)
      const csv = networkCsv(all)
      const [outcome = ''] = (all[0]?.outcome.message ?? '').split(/[:,]/)
      await trains(stage, { csv, isLike: (other) => isAlike(csv, other), outcome })
      // Where all runs stop being finite before, that is the last step.
      const at = Math.max(...all.map((training) => training.outcome.step))
      await saysAgain(stage, (address) => saidBy(address) === saidBy(link, { at }))
    },
  })),
)
