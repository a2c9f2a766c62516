// core/networks/insight/: what a network tells of itself: how its numbers are spread, units in trouble, whether a slope can
// be trusted, the slopes of single points, and both passes by hand.
//
// How the numbers of each layer are spread, and how far a step moved them.
import { type Floats, norm } from '../floats.ts'
import type { Histogram, LayerNumbers } from '../moment.ts'
import type { Network } from '../network.ts'

/** An odd number, so that one part lies around 0. */
const parts = 41

/**
 * The numbers of each layer, as they are.
 * @param previous all parameters before the last step
 */
export function layerNumbers(
  { layers }: Pick<Network, 'layers'>,
  previous?: Floats,
): LayerNumbers[] {
  let at = 0
  return layers.map(({ weight, bias, weightGradient, biasGradient }) => {
    const before = previous?.subarray(at, at + weight.length)
    at += weight.length + bias.length
    return {
      weights: histogramOf(weight),
      gradients: histogramOf(weightGradient),
      ratio: before ? distance(weight, before) / norm(weight) : Number.NaN,
      gradientNorm: Math.hypot(norm(weightGradient), norm(biasGradient)),
    }
  })
}

/** Counts numbers in equal parts of an interval around 0 with round ends; what is not finite is left out. */
export function histogramOf(values: Floats): Histogram {
  let most = 0
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i] as number)
    if (size > most && size < Number.POSITIVE_INFINITY) most = size
  }
  const end = roundUp(most)
  const counts = new Uint32Array(parts)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isFinite(value)) continue
    const part = Math.min(parts - 1, Math.floor(((value / end + 1) / 2) * parts))
    counts[part] = (counts[part] as number) + 1
  }
  return { from: -end, to: end, counts }
}

/** The next of 1, 2 and 5 times a power of ten; 1 for 0. */
function roundUp(size: number): number {
  if (size < Number.MIN_VALUE * 10) return 1
  const power = Math.floor(Math.log10(size))
  const digit = [1, 2, 5, 10].find((one) => Number(`${one}e${power}`) >= size) ?? 10
  return Number(`${digit}e${power}`)
}

function distance(a: Floats, b: Floats): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2
  return Math.sqrt(sum)
}
