import { expect, test } from 'vitest'
import { isNumber } from '../core/experiment/form.ts'
import { type Parts, partOf } from '../core/experiment/part.ts'
import { aNumber } from '../core/experiment/texts.ts'
import { ExperimentError } from '../core/experimentError.ts'
import { engineThat } from '../engine/test/engineThat.ts'
import { graph } from '../labs/graph/graph.ts'
import { openerOf } from '../scenes/entry.ts'
import { readExperiment } from '../state/files.ts'
import type { LabKind } from '../state/lab/kind.ts'
import { mend } from '../state/lab/mend.ts'
import { labs } from './labs.ts'
import { isFor } from './openFile.ts'

/** Views need a browser; what is read does not. */
const openers = labs.map(({ id, opener }) => ({
  id,
  opener: opener.here() ?? openerOf(graph, () => null),
}))
const takers = (text: string) =>
  openers.filter(({ opener }) => isFor(opener, text)).map(({ id }) => id)

/** The first of them opens it. */
test.each([
  ['a function of one variable', { f: 'x^2' }, 'curve'],
  ['a function of two', { f: 'x*y', start: [1, 2] }, 'surface'],
  ['an entry of the catalogue with a parameter', { f: 'bowl', params: { kappa: 3 } }, 'surface'],
  [
    'runs that cannot start, which are mended',
    { f: 'x*y', runs: [{ optimizer: 'magic' }] },
    'surface',
  ],
  ['a function of three variables', { f: 'x*y*z' }, 'graph'],
  ['a start by names', { f: 'x1*x2', start: { x1: 1, x2: 2 } }, 'graph'],
  ['a function that cannot be read', { f: 'x^' }, undefined],
  ['no function', { steps: 3 }, undefined],
])('a file that names no lab is for the lab of its function: %s', (_, experiment, id) => {
  expect(takers(JSON.stringify(experiment))[0]).toBe(id)
})

test.each(['', 'x^2', '[1]', 'null'])('a text that is no experiment is for none: %j', (text) => {
  expect(takers(text)).toEqual([])
  for (const { opener } of openers)
    expect(opener.read(readExperiment, text, 'a.json').experiment).toBeUndefined()
})

interface Doubling {
  readonly lab?: string
  readonly half: number
}
const parts: Parts<Doubling> = [
  partOf<Doubling>()('half', {
    form: { fits: isNumber, words: 'a number' },
    needed: true,
    text: aNumber,
  }),
]
const prepare = ({ half }: Doubling) => {
  if (!(half > 0)) throw new ExperimentError('Only what is above 0 is doubled')
  return 2 * half
}
const doubling: LabKind<Doubling, number, { readonly whole: number }> = {
  id: 'doubling',
  initial: { half: 1 },
  parts,
  prepare,
  run: (_, __, whole) => [{ whole }],
  last: () => 0,
  exports: async () => [],
  mend: (said) => mend(said, { initial: { half: 1 }, prepare }),
}

test('a lab of any kind takes what it can prepare, and opens what it has read', () => {
  const doubles = openerOf(doubling, () => null)
  expect(isFor(doubles, '{"half": 4}')).toBe(true)
  expect(isFor(doubles, '{"half": -4}')).toBe(false)
  expect(isFor(doubles, '{"f": "x^2"}')).toBe(false)
  const { experiment } = doubles.read(readExperiment, '{"half": 4}', 'four.json')
  const { lab } = doubles.open(engineThat(async function* () {}))
  lab.open(experiment ?? {})
  expect(lab.store.getState().shown).toMatchObject({ whole: 8 })
})
