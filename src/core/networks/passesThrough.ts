// The passes through a network: all layers at once where the kernels can do that, else one layer after the other.
import type { Floats } from './floats.ts'
import type { Dense, Kernels, LayerKernel, Learned } from './kernel.ts'
import { type LossName, lossFunctions, type SumOf } from './losses.ts'

/** What stands behind each hidden layer while a network is trained. */
export interface Mask {
  /** What goes on to the next layer. */
  apply(layer: number, y: Floats, rows: number): Floats
  /** The slope by what went on becomes the slope by y. */
  derive(layer: number, delta: Floats, rows: number): void
}

export interface Passing {
  /** @param mask changes what hidden layers answer, as dropout does: the numbers that go on from there */
  forward(x: Floats, rows: number, mask?: Mask): Floats
  backward(x: Floats, rows: number, mask?: Mask): void
  sumOf(loss: LossName): SumOf
  /**
   * Forward, and backward if the loss is finite: answers with the sum of the loss.
   * @returns a function of the points and a factor of the slopes: one over the number of terms where a mean is learned
   */
  sloping(loss: LossName, mask?: Mask): (learned: Learned, factor: number) => number
}

export function passesThrough(layers: readonly Dense[], kernels: Kernels): Passing {
  const last = layers.length - 1
  const each = layers.map((layer) => kernels.layer(layer))
  const whole = kernels.passes?.(layers)
  const { y: output, delta: slope, units: width } = layers[last] as Dense
  /** What each layer was given, of the last pass. */
  const given: Floats[] = []
  const forward: Passing['forward'] = (x, rows, mask) => {
    if (!mask && whole?.forward(x, rows)) return output
    let now = x
    for (let l = 0; l <= last; l++) {
      const { y } = layers[l] as Dense
      given[l] = now
      ;(each[l] as LayerKernel).forward(now, rows)
      now = mask && l < last ? mask.apply(l, y, rows) : y
    }
    return now
  }
  const backward: Passing['backward'] = (x, rows, mask) => {
    if (!mask && whole?.backward(x, rows)) return
    given[0] = x
    for (let l = last; l >= 0; l--) {
      const kernel = each[l] as LayerKernel
      kernel.derive(rows)
      kernel.gradient(given[l] as Floats, rows)
      if (l === 0) return
      const { delta } = layers[l - 1] as Dense
      kernel.backward(delta, rows)
      mask?.derive(l - 1, delta, rows)
    }
  }
  const sumOf: Passing['sumOf'] = (loss) => kernels.sumOf?.(loss) ?? lossFunctions[loss].sum
  const sloping: Passing['sloping'] = (loss, mask) => {
    const add = sumOf(loss)
    const slopeAll = mask ? undefined : whole?.sloping(loss)
    return (learned, factor) => {
      const sum = slopeAll?.(learned, factor)
      if (sum !== undefined) return sum
      const { x, targets, rows } = learned
      forward(x, rows, mask)
      const value = add({ output, targets, rows, width }, slope, factor)
      if (Number.isFinite(value)) backward(x, rows, mask)
      return value
    }
  }
  return { forward, backward, sumOf, sloping }
}
