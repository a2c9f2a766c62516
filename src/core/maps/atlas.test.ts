import { expect, test } from 'vitest'
import { arrivedCode, atlasOf, meaningOf, restsOn } from './atlas.ts'
import { kinds } from './endings.ts'
import { prepareMap } from './prepareMap.ts'

test('whoever is on the way to a minimum has the code of being there next to it', () => {
  const legend = atlasOf(prepareMap({ f: 'himmelblau', map: { size: 8 } })).legend()
  for (const [code, words] of legend.entries()) {
    const there = arrivedCode(code)
    expect(meaningOf(there).minimum).toBe(meaningOf(code).minimum)
    if (meaningOf(code).kind === 'near')
      expect(legend[there]).toBe(words.replace('is on its way to ', restsOn))
    else expect(there).toBe(code)
  }
  expect(legend.filter((words) => words.startsWith(restsOn))).toHaveLength(5)
})

test('of more minima than have a number each, the others are another one', () => {
  const map = prepareMap({ f: 'rastrigin', map: { size: 8 } })
  const many = map.minima().length
  const { codeOf, legend } = atlasOf(map)
  const near = kinds.indexOf('near')
  const words = Array.from({ length: many }, (_, i) => legend()[codeOf(near, i, () => undefined)])
  expect(many).toBeGreaterThan(120)
  expect(words[0]).toMatch(/^is on its way to the minimum at/)
  expect(words.at(-1)).toBe('is on its way to another minimum')
})
