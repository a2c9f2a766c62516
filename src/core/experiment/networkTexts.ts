// How links say the parts that only networks have.
import { exact, parseNumber } from '../number.ts'
import { type Text, Unreadable } from './part.ts'
import { aNumber, aWord, listOf } from './texts.ts'

const none = 'none'
const sizes = listOf(aNumber, ':')
const words = listOf(aWord, ':')

/** 16:16, or none. */
export const layerText: Text<readonly number[]> = {
  read: (text) => (text === none ? [] : sizes.read(text, {})),
  write: (layers) => (layers.length ? sizes.write(layers) : none),
}

/** One word for all, or one for each: elu, relu:tanh */
export const wordText: Text<string | readonly string[]> = {
  read: (text) => (text.includes(':') ? words.read(text, {}) : text),
  write: (value) => (typeof value === 'string' ? value : words.write(value)),
}

/** More weights than a link has room for are in the file. */
const longestWeights = 4000
const elsewhere = 'file'

/** The numbers of each tensor, 1:-1;0:0 */
export const weightText: Text<readonly (readonly number[])[]> = {
  read(text) {
    if (text === elsewhere)
      return new Unreadable(
        'the weights are too many for a link and stand in the file of the experiment alone',
      )
    const tensors = text.split(';').map((tensor) => tensor.split(':').map(parseNumber))
    return tensors.flat().every(Number.isFinite) ? tensors : undefined
  },
  write(tensors) {
    // Each number has a digit and a sign behind it at least.
    const count = tensors.reduce((sum, tensor) => sum + tensor.length, 0)
    if (2 * count - 1 > longestWeights) return elsewhere
    const text = tensors.map((tensor) => tensor.map(exact).join(':')).join(';')
    return text.length <= longestWeights ? text : elsewhere
  },
  lacks: (tensors) => (weightText.write(tensors) === elsewhere ? 'weights' : undefined),
}

/** A bare key is true. */
export const aSwitch: Text<boolean> = {
  read: (text) => (text === '' || text === 'true' ? true : text === 'false' ? false : undefined),
  write: String,
}

const full = 'full'

export const aBatch: Text<number | typeof full> = {
  read(text) {
    if (text === full) return full
    const size = parseNumber(text)
    return Number.isSafeInteger(size) && size > 0 ? size : undefined
  },
  write: (batch) => (batch === full ? full : exact(batch)),
}
