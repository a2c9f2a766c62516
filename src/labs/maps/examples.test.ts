// Each example of the menu is a link that is read without a complaint, and its map shows what it is there for.
import { expect, test } from 'vitest'
import { meaningOf } from '../../core/maps/atlas.ts'
import type { MapExperiment } from '../../core/maps/mapExperiment.ts'
import { mapParts } from '../../core/maps/mapParts.ts'
import { sweep } from '../../core/maps/sweep.ts'
import { decodeLink } from '../../state/links/decodeLink.ts'
import { examples } from './examples.ts'

/** What must be seen, in words of endings and as numbers of minima that are come to. */
const seen: Readonly<
  Record<string, { readonly kinds: readonly string[]; readonly minima: number }>
> = {
  'Learning rate × momentum': { kinds: ['rests', 'diverges'], minima: 1 },
  'Four basins, four optimizers': { kinds: ['rests'], minima: 4 },
  'A fractal boundary': { kinds: ['rests', 'diverges'], minima: 2 },
  'Learning rate × start': { kinds: ['rests', 'oscillates'], minima: 4 },
  'Which rate escapes?': { kinds: ['rests', 'oscillates'], minima: 3 },
}

test.each(examples)('$name', ({ name, link }) => {
  const { experiment, complaints } = decodeLink(mapParts, link)
  expect(complaints).toEqual([])
  const { map, ...descent } = experiment as MapExperiment
  const { outcomes } = sweep({ ...descent, map: { ...map, size: 32 } })
  const meanings = [...outcomes].map(meaningOf)
  const kinds = new Set(meanings.map(({ kind }) => kind))
  const rests = meanings.filter(({ kind }) => kind === 'rests')
  expect([...kinds]).toEqual(expect.arrayContaining([...(seen[name]?.kinds ?? ['?'])]))
  expect(new Set(rests.map(({ minimum }) => minimum)).size).toBeGreaterThanOrEqual(
    seen[name]?.minima ?? 99,
  )
})
