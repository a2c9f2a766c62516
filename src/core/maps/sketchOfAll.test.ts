// Sketches of maps by chance, of all optimizers over all functions, beside the true maps.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Breadth, doubles, singles } from '../kernel/lanes/breadth.ts'
import { type PreparedMap, prepareMap } from './prepareMap.ts'
import { sketching } from './sketch.ts'
import { gathering, sweep } from './sweep.ts'
import { mapOf, mapsByChance } from './test/mapsByChance.ts'

function sketched(map: PreparedMap, breadth: Breadth) {
  const tiles = sketching(map, undefined, breadth)
  if (!tiles) return undefined
  const gathered = gathering(map)
  const pixels: number[] = []
  for (const tile of tiles) {
    gathered.add(tile)
    pixels.push(...tile.pixels)
  }
  return { ...gathered.sweep(), pixels }
}

/** How many pixels of maps by chance are the true ones: their values, their endings; and how many maps have a sketch. */
function compared(breadth: Breadth, tolerance: number, numRuns: number) {
  const seen = { maps: 0, sketches: 0, pixels: 0, values: 0, endings: 0 }
  fc.assert(
    fc.property(mapsByChance(), (one) => {
      const experiment = mapOf(one)
      fc.pre(experiment !== undefined)
      seen.maps++
      const sketch = sketched(prepareMap(experiment), breadth)
      if (!sketch) return
      seen.sketches++
      const truth = sweep(experiment)
      for (const k of sketch.pixels) {
        const [own, other] = [sketch.values[k] as number, truth.values[k] as number]
        const isNear = Math.abs(own - other) <= tolerance * (1e-6 + Math.abs(other))
        // Whoever diverges may do so a step sooner in single precision.
        const isLost = !Number.isFinite(own) && !(Math.abs(other) < 1e30)
        seen.pixels++
        seen.values += Number(isNear || isLost)
        seen.endings += Number(sketch.outcomes[k] === truth.outcomes[k])
      }
    }),
    { seed: 13, numRuns },
  )
  const share = (some: number) => some / seen.pixels
  return {
    sketched: seen.sketches / seen.maps,
    values: share(seen.values),
    endings: share(seen.endings),
  }
}

describe('a sketch of any two quantities is the true map', () => {
  test('in double precision as far as rounding goes; endings are guessed right for most pixels', () => {
    const { sketched, values, endings } = compared(doubles, 1e-9, 60)
    expect(sketched).toBeGreaterThan(0.8)
    expect(values).toBeGreaterThan(0.99)
    expect(endings).toBeGreaterThan(0.93)
  })

  test('in single precision to a thousandth, but for the few runs that rounding sends elsewhere', () => {
    const { values, endings } = compared(singles, 1e-3, 60)
    expect(values).toBeGreaterThan(0.97)
    expect(endings).toBeGreaterThan(0.93)
  })
})
