import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../experiment/networkExperiment.ts'
import type { Moment } from '../networks/moment.ts'
import { trainNetwork } from './trainNetwork.ts'
import { type Growth, type Kept, type Look, watchTraining } from './watchTraining.ts'

const experiment: NetworkExperiment = {
  data: { kind: 'spirals3', n: 60, noise: 0.1, seed: 3 },
  layers: [6, 5],
  batch: 9,
  epochs: 8,
  seed: 2,
  runs: [
    { optimizer: 'adam', hyper: { lr: 0.02 } },
    { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.9 } },
  ],
}
const steps = 8 * 6

/** Looks somewhere, until nothing is left to do. */
function lookFrom(watching: ReturnType<typeof watchTraining>, look: Look) {
  const growths: Growth[] = []
  while (!growths.at(-1)?.isAtRest) {
    const { value } = watching.next(look)
    if (value) growths.push(value)
    expect(growths.length).toBeLessThan(1000)
  }
  return growths
}

const momentsIn = (growths: readonly Growth[]) =>
  growths.findLast(({ seen }) => seen)?.seen?.map(({ moment }) => moment) ?? []

const column = (growths: readonly Growth[], run: number) =>
  growths.flatMap(({ runs }) => [...(runs[run]?.losses ?? [])])

test('what is written down is what the training comes to', () => {
  const watching = watchTraining(experiment, { at: 0 })
  const growths = lookFrom(watching, { at: 0 })
  trainNetwork(experiment).forEach(({ losses, outcome }, run) => {
    expect(column(growths, run)).toEqual([...losses])
    expect(growths.at(-1)?.runs[run]?.ending).toEqual(outcome)
  })
})

test('whoever goes to and fro sees the same at the same batch', () => {
  const there = [0, 17, steps, 16, 17, 3, 40, steps, 0]
  const seen = new Map<number, readonly Moment[]>()
  const watching = watchTraining(experiment, { at: 1 })
  watching.next()
  for (const at of there) {
    const moments = momentsIn(lookFrom(watching, { at }))
    expect(moments.map(({ step }) => step)).toEqual([at, at])
    const before = seen.get(at)
    if (before)
      moments.forEach((moment, run) => {
        expect(moment).toEqual(before[run])
      })
    seen.set(at, moments)
  }
  expect(seen.size).toBe(6)
})

test('one by a method, of which nothing can be kept, begins anew for whoever goes back', () => {
  const runs = [{ optimizer: 'lbfgs', hyper: { lr: 0.1, max_iter: 3 } }]
  const watching = watchTraining({ ...experiment, batch: 'full', runs }, { at: 0 })
  watching.next()
  const [first, second] = [3, 6].map((at) => momentsIn(lookFrom(watching, { at }))[0])
  expect(momentsIn(lookFrom(watching, { at: 3 }))[0]).toEqual(first)
  expect(momentsIn(lookFrom(watching, { at: 0 }))[0]?.step).toBe(0)
  expect(momentsIn(lookFrom(watching, { at: 6 }))[0]).toEqual(second)
})

test('a long training goes no further than it is looked at, and tells what is seen on the way', () => {
  const long = {
    ...experiment,
    layers: [64, 64],
    data: { kind: 'spirals3', n: 1000 },
    batch: 100,
    epochs: 400,
  }
  const watching = watchTraining(long, { at: 0 })
  const first = lookFrom(watching, { at: 0 })
  expect(first.at(-1)?.reached).toBe(0)
  const next = lookFrom(watching, { at: 30 })
  expect(next.at(-1)?.reached).toBe(30)
  expect(next.flatMap(({ seen }) => seen?.[0]?.moment.step ?? []).length).toBeGreaterThan(1)
})

test('what the optimizer remembers of one parameter is told with it', () => {
  const watching = watchTraining(experiment, { at: 0 })
  watching.next()
  const slots = (parameter: number) =>
    lookFrom(watching, { at: 20, parameter }).findLast(({ seen }) => seen)?.seen?.[1]?.slots
  const [one, other] = [slots(3), slots(7)]
  expect(Object.keys(one ?? {})).toEqual(Object.keys(other ?? {}))
  expect(one).not.toEqual(other)
})

test('a run that stops being finite stays at its end, and the others go on', () => {
  const runs = [
    { optimizer: 'sgd', hyper: { lr: 1e30 } },
    { optimizer: 'adam', hyper: { lr: 0.01 } },
  ]
  const regression = { ...experiment, data: { kind: 'plane', n: 40 }, batch: 8, runs }
  const watching = watchTraining(regression, { at: 0 })
  const growths = lookFrom(watching, { at: 30 })
  expect(growths.at(-1)?.runs[0]?.ending?.kind).toBe('diverged')
  expect(growths.at(-1)?.runs[1]?.ending?.kind).toBe('trained')
  expect(momentsIn(growths)[1]?.step).toBe(30)
  expect(momentsIn(growths)[0]?.step).toBeLessThan(30)
})

test('what is changed on the way goes on from there, and comes to what the whole training comes to', () => {
  let kept: Kept | undefined
  const keep = (one: Kept) => {
    kept = one
  }
  const watching = watchTraining(experiment, { at: 20 }, { keep })
  lookFrom(watching, { at: 21 })
  const changed: NetworkExperiment = {
    ...experiment,
    changes: [
      { at: 20, run: 1, hyper: { lr: 0.01 } },
      { at: 30, batch: 5 },
    ],
  }
  const anew = watchTraining(changed, { at: 25 }, { before: kept, keep })
  const growths = lookFrom(anew, { at: 26 })
  trainNetwork(changed).forEach(({ losses }, run) => {
    expect(column(growths, run)).toEqual([...losses])
  })
})

test('what was trained before a change is not trained again', () => {
  const wide: NetworkExperiment = { layers: [256, 256], batch: 100, epochs: 500 }
  let kept: Kept | undefined
  const keep = (one: Kept) => {
    kept = one
  }
  lookFrom(watchTraining(wide, { at: 5 }, { keep }), { at: 6 })
  const changed = { ...wide, changes: [{ at: 6, hyper: { lr: 0.1 } }] }
  const first = [...lookFrom(watchTraining(changed, { at: 6 }, { before: kept }), { at: 6 })].at(0)
  expect(first?.reached).toBe(6)
  expect(first?.seen?.[0]?.moment.step).toBe(6)
})

test('a change that reads what was not remembered is trained anew, so that the link says the same', () => {
  const before: NetworkExperiment = {
    ...experiment,
    runs: [{ optimizer: 'adam', hyper: { lr: 0.02, betas: [0, 0.99] } }],
  }
  const after = { ...before, changes: [{ at: 20, hyper: { betas: [0.9, 0.99] } }] }
  let kept: Kept | undefined
  lookFrom(watchTraining(before, { at: 20 }, { keep: (one) => (kept = one) }), { at: 20 })
  const [there] = momentsIn(
    lookFrom(watchTraining(after, { at: 25 }, { before: kept }), { at: 25 }),
  )
  const [alone] = momentsIn(lookFrom(watchTraining(after, { at: 25 }), { at: 25 }))
  expect(there?.parameters).toEqual(alone?.parameters)
})

test('at the beginning of an epoch its loss is known, although nobody has trained on', () => {
  const long: NetworkExperiment = { layers: [64, 64], batch: 'full', epochs: 500 }
  const growths = lookFrom(watchTraining(long, { at: 2 }), { at: 3 })
  const { losses } = trainNetwork({ ...long, epochs: 3 })[0] ?? {}
  expect(column(growths, 0)).toHaveLength(4)
  expect(column(growths, 0).slice(0, 3)).toEqual([...(losses ?? [])].slice(0, 3))
})
