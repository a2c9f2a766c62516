import { afterEach, expect, test } from 'vitest'
import { changeTalk, ownTalk, redoTalk, undoTalk, wellFormed } from './kept.ts'
import { nothing } from './talk.ts'

afterEach(() => ownTalk.setState({ talk: nothing, past: [], future: [], about: undefined }, true))

const title = () => ownTalk.getState().talk.title
const call = (it: string, about?: string) => changeTalk((talk) => ({ ...talk, title: it }), about)

test('what is typed is undone as one change, and comes back', () => {
  call('A')
  call('AB', 'title')
  call('ABC', 'title')
  undoTalk()
  expect(title()).toBe('A')
  redoTalk()
  expect(title()).toBe('ABC')
  undoTalk()
  call('D')
  redoTalk()
  expect(title()).toBe('D')
  for (let i = 0; i < 5; i++) undoTalk()
  expect(title()).toBe('')
})

test.each([undefined, 7, 'x', { talk: 3 }, { talk: { scenes: {} }, past: 'x' }])(
  'what was kept in no right form is nothing: %j',
  (said) => expect(wellFormed(said)).toEqual({ talk: nothing, past: [], future: [] }),
)

test('of what was kept only scenes with a link count', () => {
  const talk = { title: 'T', scenes: [{ link: '#/graph', name: 'n', note: '' }, { name: 'none' }] }
  const read = { title: 'T', scenes: [{ link: '#/graph', name: 'n', note: '' }] }
  expect(wellFormed({ talk, past: [talk], future: [] })).toEqual({
    talk: read,
    past: [read],
    future: [],
  })
})
