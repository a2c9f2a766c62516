import { expect, test } from 'vitest'
import { arrivedCode, atlasOf, meaningOf, restsOn } from './atlas.ts'
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
