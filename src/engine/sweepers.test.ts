// Maps that several workers sweep are whole, whoever of them fails or is left.
import { describe, expect, test } from 'vitest'
import { jobs, takeSweepers } from './jobs/maps.ts'
import { attendSweeps, type Sweeper, sweepersOf, type Word } from './sweepers.ts'

const experiment = { f: 'x^2', steps: 20, map: { size: 70 } }
const swept = { experiment, run: 0 }

/** A sweeper on this thread, which answers when it is told to. */
function sweeperHere() {
  const words: Word[] = []
  let hears: Parameters<Sweeper['listen']>[0] = () => undefined
  const sweeper: Sweeper = {
    postMessage: (word) => words.push(word),
    listen(answered) {
      hears = answered
    },
  }
  let tiles = 0
  const attend = attendSweeps((answer) => {
    if (answer.tile) tiles++
    hears(answer)
  })
  return {
    sweeper,
    words,
    /** So many tiles. */
    done: () => tiles,
    /** Does what it was told so far. */
    work: () => {
      for (const word of words.splice(0)) attend(word)
    },
  }
}

/** All pixels that come, in turn with others' work. */
function pixelsOf(between: (count: number) => void): number[] {
  const places: number[] = []
  let count = 0
  for (const piece of jobs.map.run(swept)) {
    between(count++)
    if (piece && 'chunk' in piece && !piece.chunk.by) places.push(...piece.chunk.pixels)
  }
  return places.sort((a, b) => a - b)
}

describe('a map', () => {
  const every = Array.from({ length: 70 ** 2 }, (_, i) => i)

  test('is whole with others, each pixel once', () => {
    const others = [sweeperHere(), sweeperHere()]
    takeSweepers(() => sweepersOf(others.map(({ sweeper }) => sweeper)))
    expect(
      pixelsOf(() => {
        for (const { work } of others) work()
      }),
    ).toEqual(every)
    for (const { work, words } of others) {
      work()
      expect(words).toEqual([])
    }
  })

  test('is whole where one of them stops on the way, and another one never comes', () => {
    const others = [sweeperHere(), sweeperHere(), sweeperHere()]
    takeSweepers(() => sweepersOf(others.map(({ sweeper }) => sweeper)))
    const places = pixelsOf(() => {
      if (others[0]?.done() !== 3) others[0]?.work()
      others[1]?.work()
    })
    expect([...new Set(places)]).toEqual(every)
    expect(others.map(({ done }) => done())).toEqual([3, expect.any(Number), 0])
  })

  test('that is left is left by all', () => {
    const other = sweeperHere()
    takeSweepers(() => sweepersOf([other.sweeper]))
    const work = jobs.map.run(swept)
    while (!other.words.length) work.next()
    other.work()
    expect(other.done()).toBe(1)
    work.return()
    expect(other.words.at(-1)).toMatchObject({ end: true })
    other.work()
    expect(other.words).toEqual([])
  })
})
