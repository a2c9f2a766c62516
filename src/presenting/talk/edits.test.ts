import { expect, test } from 'vitest'
import { added, changed, moved, removed } from './edits.ts'
import { sceneOf } from './talk.ts'

const talk = { title: '', scenes: ['a', 'b', 'c'].map((name) => sceneOf('/curve', { name })) }
const names = ({ scenes }: typeof talk | ReturnType<typeof moved>) =>
  scenes.map(({ name }) => name).join('')

test('scenes are put in another order, and nothing else changes', () => {
  expect(names(moved(talk, 0, 2))).toBe('bca')
  expect(names(moved(talk, 2, 0))).toBe('cab')
  expect(names(moved(talk, 1, 99))).toBe('acb')
  expect(moved(talk, 1, 1)).toBe(talk)
  expect(moved(talk, 7, 0)).toBe(talk)
})

test('a scene is added behind another, or at the end; removed; said anew', () => {
  const d = sceneOf('/graph', { name: 'd' })
  expect(names(added(talk, d))).toBe('abcd')
  expect(names(added(talk, d, 0))).toBe('adbc')
  expect(names(removed(talk, 1))).toBe('ac')
  expect(names(changed(talk, 1, { name: 'x' }))).toBe('axc')
  expect(changed(talk, 5, { name: 'x' })).toBe(talk)
})
