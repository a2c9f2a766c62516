// Whether the gradient fades or swells on its way back through the layers, and what that does to learning.
import { counted, plain } from '../number.ts'
import type { LayerNumbers } from './moment.ts'

/** A gradient so many times smaller or larger than that of the output layer is worth a word. */
const many = 100

/**
 * An update about a thousandth as large as the weights learns neither too slowly nor too wildly: a rule of thumb.
 * Source: Andrej Karpathy, CS231n, "Neural Networks Part 3: Learning and Evaluation", ratio of weights to updates
 */
export const healthyRatio = 1e-3
/** So far below it a layer hardly learns. */
const slow = 100

export interface Vanishing {
  readonly kind: 'vanishes' | 'explodes' | 'stops'
  /** The layer where it does so most, by its index. */
  readonly layer: number
  /** How many times smaller or larger its gradient is than that of the output layer: norms. */
  readonly times: number
  /** Whether its weights hardly change; unknown before the first step. */
  readonly isStuck: boolean | undefined
}

/**
 * The hidden layer whose gradient is furthest from that of the output layer, if it is far.
 * @param layers the output's last
 */
export function vanishing(
  layers: readonly Pick<LayerNumbers, 'gradientNorm' | 'ratio'>[],
): Vanishing | undefined {
  const norms = layers.map(({ gradientNorm }) => gradientNorm)
  const output = norms.at(-1) ?? 0
  if (!(output > 0) || !norms.every(Number.isFinite)) return undefined
  const hidden = norms.slice(0, -1)
  const of = (kind: Vanishing['kind'], norm: number): Vanishing => {
    const layer = hidden.indexOf(norm)
    const ratio = layers[layer]?.ratio ?? Number.NaN
    const isStuck = Number.isNaN(ratio) ? undefined : ratio < healthyRatio / slow
    return { kind, layer, times: kind === 'explodes' ? norm / output : output / norm, isStuck }
  }
  const [least, most] = [Math.min(...hidden), Math.max(...hidden)]
  if (least === 0) return of('stops', least)
  if (output >= many * least) return of('vanishes', least)
  return most >= many * output ? of('explodes', most) : undefined
}

/** A layer by its place: hidden layer 1, …, the output layer. */
export const layerName = (layer: number, count: number): string =>
  layer === count - 1 ? 'output layer' : `hidden layer ${layer + 1}`

/** What it means, in a sentence. */
export function vanishingInWords({ kind, layer, times, isStuck }: Vanishing): string {
  const subject = `The gradient of hidden layer ${layer + 1} is`
  if (kind === 'stops') return `${subject} 0: nothing reaches it, and it does not learn.`
  const size = times < 1e6 ? counted(Number(times.toPrecision(2))) : plain(times, 2)
  const how = kind === 'explodes' ? 'larger' : 'smaller'
  return `${subject} ${size} times ${how} than that of the output layer: ${effect(kind, isStuck)}.`
}

function effect(kind: Vanishing['kind'], isStuck: boolean | undefined): string {
  if (kind === 'explodes') return 'a rate that suits the one is too large for the other'
  if (isStuck === false) return 'this optimizer makes up for it, plain SGD would not'
  return 'it hardly learns'
}
