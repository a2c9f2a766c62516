// Sketches maps in a worker of its own: told which, in which precision, for how many steps.
import { doubles, singles } from '../../../src/core/kernel/lanes/breadth.ts'
import { prepareMap } from '../../../src/core/maps/prepareMap.ts'
import { sketching } from '../../../src/core/maps/sketch.ts'
import { experimentOf } from './maps.mjs'

/** @param {import('./maps.mjs').TimedMap & { isSingle: boolean }} asked */
function sketch({ isSingle, ...map }) {
  const begun = performance.now()
  const prepared = prepareMap(experimentOf(map))
  const tiles = sketching(prepared, undefined, isSingle ? singles : doubles)
  if (!tiles) throw new Error('this map has no sketch')
  const losses = new Float64Array(map.size ** 2)
  for (const { pixels, values } of tiles)
    for (const [i, place] of pixels.entries()) losses[place] = values[i] ?? Number.NaN
  const ms = performance.now() - begun
  return { ms, middle: losses.toSorted()[losses.length >> 1] }
}

addEventListener('message', ({ data }) => postMessage(sketch(data)))
