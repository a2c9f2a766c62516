import { describe, expect, test } from 'vitest'
import type { Asked, Card, Walked } from '../kernel/shader/card.ts'
import { cardOn } from '../kernel/shader/crowdOn.ts'
import type { MapExperiment } from './mapExperiment.ts'
import { prepareMap } from './prepareMap.ts'
import { sketching } from './sketch.ts'
import { type Sketcher, sketchingSoon } from './sketchOnCard.ts'
import { gathering } from './sweep.ts'

const himmelblau: MapExperiment = {
  f: 'himmelblau',
  steps: 40,
  runs: [{ optimizer: 'adam', hyper: { lr: 0.3 } }],
  map: { size: 40, show: 'loss' },
}

interface Watched extends Card {
  readonly texts: string[]
  readonly asked: Asked[]
  left: number
}

/** A card in whose place nobody walks. */
function cardThat({ isReady = true, ends = () => undefined as Float32Array | undefined } = {}) {
  const card: Watched = {
    ...{ texts: [], asked: [], left: 0 },
    ...cardOn({ lanes: 1000, load }),
  }
  return card
  function load(text: string) {
    card.texts.push(text)
    return {
      isReady: () => isReady,
      walk(asked: Asked): Walked {
        card.asked.push(asked)
        const leave = () => {
          card.left++
        }
        return { done: Promise.resolve(), ends, leave }
      },
    }
  }
}

async function sketched(experiment: MapExperiment, card: () => Card | undefined) {
  const map = prepareMap(experiment)
  const gathered = gathering(map)
  const by: Sketcher[] = []
  for (const piece of sketchingSoon(map, card)) {
    if ('until' in piece) await piece.until
    else {
      gathered.add(piece.tile)
      by.push(piece.by)
    }
  }
  return { by: new Set(by), ...gathered.sweep() }
}

function here(experiment: MapExperiment) {
  const map = prepareMap(experiment)
  const gathered = gathering(map)
  for (const tile of sketching(map) ?? []) gathered.add(tile)
  return gathered.sweep()
}

describe('the sketch is that of WebAssembly', () => {
  test.each([
    ['without a card', () => undefined],
    ['on a card that is not ready', () => cardThat({ isReady: false })],
    ['on a card that is lost', () => cardThat()],
  ])('%s', async (_, make) => {
    const card = make()
    const { by, ...sketch } = await sketched(himmelblau, () => card)
    expect(by).toEqual(new Set(['WebAssembly']))
    expect(sketch).toEqual(here(himmelblau))
    expect(card?.left).toBe(card?.asked.length)
  })
})

test('a card takes as many pixels of a pass at once as it has room for, each once', async () => {
  // Only on a card that has walked something nobody here walks as well.
  const card = cardThat({ ends: () => new Float32Array(1e5) })
  await sketched(himmelblau, () => card)
  const lanes = card.asked.map(({ lanes }) => lanes)
  expect(Math.max(...lanes)).toBeLessThanOrEqual(card.lanes)
  expect(lanes.reduce((sum, count) => sum + count, 0)).toBe(40 ** 2)
  expect(lanes.length).toBeLessThan(5)
})

test('it is told where runs begin, and the steps that they take', async () => {
  const card = cardThat()
  await sketched({ ...himmelblau, steps: 7 }, () => card)
  const [first] = card.asked as [Asked]
  expect(first.rounds).toBe(8)
  const columns = first.entered.map(({ numbers }) => new Set(numbers).size)
  // Two coordinates of the start differ from pixel to pixel; all else begins alike.
  expect(columns.filter((count) => count > 1)).toHaveLength(2)
})

test('what ends on the card is what is seen', async () => {
  const ends = () => new Float32Array(1e5).fill(1)
  const { by, values } = await sketched(himmelblau, () => cardThat({ ends }))
  expect(by).toEqual(new Set(['WebGPU']))
  expect(new Set(values)).toEqual(new Set([1]))
})

test('whoever leaves while it walks leaves the card', () => {
  const card = cardThat()
  const pieces = sketchingSoon(prepareMap(himmelblau), () => card)
  expect(pieces.next().value).toHaveProperty('until')
  expect(card.left).toBe(0)
  pieces.return()
  expect(card.left).toBe(1)
})

test('what has functions that no shader knows is never loaded', async () => {
  const card = cardThat()
  const experiment = { ...himmelblau, f: 'erf(x)^2 + atan(y)^2' }
  const { by } = await sketched(experiment, () => card)
  expect(by).toEqual(new Set(['WebAssembly']))
  expect(card.texts).toEqual([])
})

test('where there is no sketch at all a card makes none', async () => {
  const card = cardThat()
  const { by } = await sketched({ ...himmelblau, runs: [{ optimizer: 'lbfgs' }] }, () => card)
  expect(by.size).toBe(0)
})
