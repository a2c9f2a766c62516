// Whatever a training is made of: it comes to what its columns can say, it is the same for whoever watches it, and its link
// brings it back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLink } from '../../state/links/decodeLink.ts'
import { encodeLink } from '../../state/links/encodeLink.ts'
import { networkParts } from '../experiment/networkParts.ts'
import { preparedOf, trainings, trainingsInLinks } from '../export/test/randomNetwork.ts'
import { trainNetwork } from './trainNetwork.ts'
import { type Growth, type Look, watchTraining } from './watchTraining.ts'

const several = { seed: 1, numRuns: 25 }
const startable = trainings.filter((experiment) => preparedOf(experiment) !== undefined)

test('what is written down are numbers, and how it ended is said in a sentence', () => {
  fc.assert(
    fc.property(startable, (experiment) => {
      const { epochs = 0 } = experiment
      for (const { losses, validation, accuracy, outcome } of trainNetwork(experiment)) {
        for (const column of [validation, accuracy])
          expect([0, losses.length]).toContain(column.length)
        expect([...losses, ...accuracy].filter((value) => !Number.isFinite(value))).toEqual([])
        // Of points that nobody learns from, one may be beyond all numbers.
        expect([...validation].filter(Number.isNaN)).toEqual([])
        if (outcome.kind === 'trained') expect(losses).toHaveLength(epochs + 1)
        expect(outcome.message).toMatch(/^[A-Z][^\n]{10,300}$/)
        expect(outcome.message).not.toMatch(/NaN|∞|Infinity|undefined/)
      }
    }),
    several,
  )
})

/** Looks somewhere, until nothing is left to do. */
function lookFrom(watching: ReturnType<typeof watchTraining>, look: Look): readonly Growth[] {
  const growths: Growth[] = []
  while (!growths.at(-1)?.isAtRest) {
    const { value } = watching.next(look)
    if (value) growths.push(value)
    expect(growths.length).toBeLessThan(1000)
  }
  return growths
}

test('whoever watches it, to and fro, sees what the whole training comes to', () => {
  const places = fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(startable, places, (experiment, shares) => {
      const steps = preparedOf(experiment)?.pace.steps ?? 0
      const watching = watchTraining(experiment, { at: 0 })
      watching.next()
      const looks = [...shares.map((share) => Math.round((share / 1000) * steps)), steps]
      const growths = looks.flatMap((at) => lookFrom(watching, { at }))
      const last = growths.findLast(({ seen }) => seen)?.seen ?? []
      trainNetwork(experiment).forEach(({ losses, parameters, outcome }, run) => {
        const all = growths.flatMap(({ runs }) => [...(runs[run]?.losses ?? [])])
        expect(all).toEqual([...losses])
        const ending = growths.findLast(({ runs }) => runs[run]?.ending)?.runs[run]?.ending
        expect(ending).toEqual(outcome)
        const seen = Float32Array.from(last[run]?.moment.parameters ?? [])
        expect([...seen]).toEqual(parameters.flatMap((tensor) => [...tensor]))
      })
    }),
    several,
  )
})

/** Rules are written without spaces and in one line. */
const tight = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replace(/[\s;]/g, '') : value

test('its link brings it back', () => {
  fc.assert(
    fc.property(trainingsInLinks, (experiment) => {
      const link = encodeLink(networkParts, experiment)
      const { experiment: read, complaints } = decodeLink(networkParts, link)
      expect(complaints).toEqual([])
      const [there, back] = [experiment, read].map((one) => JSON.stringify(preparedOf(one), tight))
      expect(back).toBe(there)
    }),
    several,
  )
})
