import { expect, test } from 'vitest'
import { panels } from '../panels/lab/arrangement.tsx'
import { framingIn } from './framing.ts'

const shown = (search: string) => {
  const framing = framingIn(search)
  return framing && { shown: framing.shown && [...framing.shown], unknown: framing.unknown }
}

test('a page that is no frame has no framing', () => {
  expect(shown('')).toBeUndefined()
  expect(shown('?embedded=plot')).toBeUndefined()
})

test('a bare word shows all panels', () => {
  for (const search of ['?embed', '?embed=', '?a=1&embed'])
    expect(shown(search)).toEqual({ shown: undefined, unknown: [] })
})

test('just the panels that are named are shown, in the order of the page', () => {
  expect(shown('?embed=time,plot')).toEqual({ shown: ['plot', 'time'], unknown: [] })
  expect(shown(`?embed=${panels.join('%2C')}`)?.shown).toEqual([...panels])
})

test('words that name no panel are kept to be said; where none is known all are shown', () => {
  expect(shown('?embed=plot,knobs,plot')).toEqual({ shown: ['plot'], unknown: ['knobs'] })
  expect(shown('?embed=knobs')).toEqual({ shown: undefined, unknown: ['knobs'] })
})
