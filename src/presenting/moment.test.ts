import { expect, test } from 'vitest'
import { beginning, clockWords, covered, frozen, goTo, onWall, switched, timeOn } from './moment.ts'
import { sceneOf } from './talk/talk.ts'

const talk = { title: '', scenes: ['/curve', '/surface', '/graph'].map((link) => sceneOf(link)) }
const first = beginning(talk, 0)

test('a talk goes on to its end, and not beyond', () => {
  expect(goTo(first, 1).at).toBe(1)
  expect(goTo(first, 3).at).toBe(0)
  expect(goTo(first, -1).at).toBe(0)
  expect(beginning(talk, 9).at).toBe(2)
})

test('who goes on ends the black screen, and finds the next scene as the talk has it', () => {
  const live = { link: '#/curve?f=x', isPlaying: true }
  const next = goTo({ ...covered(first, 'black'), live }, 1)
  expect(next).toMatchObject({ cover: undefined, live: { isPlaying: false } })
  expect(next.live.link).toBeUndefined()
  expect(covered(covered(first, 'black'), 'black').cover).toBeUndefined()
})

test('the wall stands still until it is let go, and is then where the lecturer is', () => {
  const on = goTo(frozen(first), 2)
  expect(onWall(on).at).toBe(0)
  expect(on.at).toBe(2)
  expect(onWall(frozen(on)).at).toBe(2)
})

test('a timer goes on where it stood', () => {
  const stood = switched(switched({ spent: 0 }, 1000), 61_000)
  expect(timeOn(stood, 1e9)).toBe(60_000)
  const again = switched(stood, 100_000)
  expect(timeOn(again, 105_000)).toBe(65_000)
  expect(timeOn(again, 0)).toBe(60_000)
})

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [245_000, '4:05'],
  [3_845_000, '1:04:05'],
])('%i ms are read as %s', (ms, words) => expect(clockWords(ms)).toBe(words))
