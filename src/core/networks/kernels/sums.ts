// Losses summed up by WebAssembly, whose functions are the same in every engine.
import { type LossName, lossFunctions, lossNames, type SumOf } from '../losses.ts'
import type { Work } from './work.ts'

/** Where something lies in another buffer, the sum is taken in plain JavaScript. */
export function sumAt(name: LossName, buffer: ArrayBuffer, { loss }: Pick<Work, 'loss'>): SumOf {
  const kind = lossNames.indexOf(name)
  const { sum } = lossFunctions[name]
  return (answered, delta, factor = 1) => {
    const { output, targets, rows, width } = answered
    const isHere = [output, targets, delta ?? output].every((array) => array.buffer === buffer)
    if (!isHere) return sum(answered, delta, factor)
    const to = delta?.byteOffset ?? 0
    return loss(kind, output.byteOffset, targets.byteOffset, to, rows, width, factor)
  }
}
