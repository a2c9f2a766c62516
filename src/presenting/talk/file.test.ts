import { expect, test } from 'vitest'
import { fileNameOf, readTalk, writeTalk } from './file.ts'

const talk = {
  title: 'Erste Schritte: SGD',
  scenes: [
    { link: '#/curve?f=x^2', name: 'A bowl', note: 'Ask first.' },
    { link: '#/graph', name: '', note: '' },
  ],
}

test('a talk comes back from its file as it was', () => {
  expect(readTalk(writeTalk(talk), 'a.json')).toEqual({ talk, complaints: [] })
  expect(fileNameOf(talk)).toBe('Erste-Schritte-SGD.json')
  expect(fileNameOf({ title: ' ', scenes: [] })).toBe('talk.json')
})

test('scenes without a link are left out and said, others stay', () => {
  const said = { scenes: ['#/curve', { link: 7 }, { link: 'https://a.org/#/graph', note: 3 }] }
  expect(readTalk(JSON.stringify(said), 'mine.json')).toEqual({
    talk: { title: '', scenes: [{ link: '#/graph', name: '', note: '' }] },
    complaints: [
      'Scene 1 of mine.json has no `link` and was left out',
      'Scene 2 of mine.json has no `link` and was left out',
    ],
  })
})

test('a file without scenes says so', () => {
  expect(readTalk('{"talk": "x", "scenes": []}', 'x.json')?.complaints).toEqual([
    'x.json has no scenes',
  ])
})

test.each(['', '[]', '{"f":"x^2"}', '{"scenes":3}', 'null', '{"scenes":['])(
  'a text that holds no scenes is no talk: %j',
  (text) => expect(readTalk(text, 'a.json')).toBeUndefined(),
)
