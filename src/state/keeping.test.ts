import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { keep, kept } from './keeping.ts'

beforeEach(() => {
  const held = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => held.set(key, text),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('what changes is kept', () => {
  const store = createStore(() => ({ a: 1, b: 2 }))
  keep(store, 'here')
  store.setState({ a: 3 })
  expect(kept('here')).toEqual({ a: 3 })
})

test('two pages that keep different things in one place leave each other’s alone', () => {
  const [one, other] = [createStore(() => ({ a: 1, b: 2 })), createStore(() => ({ a: 1, b: 2 }))]
  keep(one, 'here')
  keep(other, 'here')
  one.setState({ a: 10 })
  other.setState({ b: 20 })
  expect(kept('here')).toEqual({ a: 10, b: 20 })
})

test('what is gone is gone', () => {
  const store = createStore<Record<string, number>>(() => ({}))
  keep(store, 'here')
  store.setState({ a: 1, b: 2 })
  store.setState({ b: 2 }, true)
  expect(kept('here')).toEqual({ b: 2 })
})

test('garbage is written over', () => {
  localStorage.setItem('here', '{"state": 7')
  const store = createStore(() => ({ a: 1 }))
  keep(store, 'here')
  store.setState({ a: 2 })
  expect(kept('here')).toEqual({ a: 2 })
})

test('what the browser refuses to keep holds until the page is left', () => {
  const refuse = () => {
    throw new DOMException('Forbidden', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
  const store = createStore(() => ({ a: 1 }))
  keep(store, 'here')
  store.setState({ a: 2 })
  expect(store.getState()).toEqual({ a: 2 })
  expect(kept('here')).toBeUndefined()
})
