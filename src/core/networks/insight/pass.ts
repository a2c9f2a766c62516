// Both passes through a network by hand, for one point, in plain double precision: every number stands for itself, so
// that it can be shown with the arithmetic that it comes from.
import { type Activation, curveOf } from '../activations.ts'
import { type LossName, lossFunctions } from '../losses.ts'
import type { Architecture } from '../network.ts'
import { indexOf, type Model, type Place } from './model.ts'

/** One layer at one point. */
export interface LayerPass {
  readonly activation: Activation
  /** What it is given. */
  readonly inputs: Float64Array
  /** For each unit the weights of its inputs. */
  readonly weights: readonly Float64Array[]
  readonly bias: Float64Array
  readonly z: Float64Array
  readonly y: Float64Array
  /** The slope of the activation at z. */
  readonly slopes: Float64Array
  /** ∂L/∂y */
  readonly byOutput: Float64Array
  /** ∂L/∂z */
  readonly delta: Float64Array
}

export interface Pass {
  readonly architecture: Architecture
  readonly loss: LossName
  /** One for each output, or the index of the class. */
  readonly target: Float64Array
  readonly layers: readonly LayerPass[]
  /** What the network answers. */
  readonly output: Float64Array
  /** Of this point alone. */
  readonly value: number
  /** The softmax of the output, where classes are told apart. */
  readonly shares?: Float64Array
}

/** Goes forward and backward with one point. */
export function passOf(
  { architecture, parameters }: Model,
  { input, target, loss }: { input: ArrayLike<number>; target: ArrayLike<number>; loss: LossName },
): Pass {
  const { hidden, outputs } = architecture
  const layers: LayerPass[] = []
  let inputs = Float64Array.from(input)
  for (const [l, units] of [...hidden, outputs].entries()) {
    const layer = forward(inputs, { architecture, parameters, l, units })
    layers.push(layer)
    inputs = Float64Array.from(layer.y)
  }
  const { y: output, byOutput } = layers.at(-1) as LayerPass
  const { sum, terms } = lossFunctions[loss]
  const count = terms(1, outputs)
  const answered = { output, targets: Float64Array.from(target), rows: 1, width: outputs }
  const value = sum(answered, byOutput, 1 / count) / count
  for (let l = layers.length - 1; l >= 0; l--) backward(layers[l] as LayerPass, layers[l - 1])
  return {
    ...{ architecture, loss, target: answered.targets, layers, output, value },
    ...(loss === 'cross-entropy' && { shares: softmax(output) }),
  }
}

interface Layer extends Model {
  readonly l: number
  readonly units: number
}

function forward(inputs: Float64Array, { architecture, parameters, l, units }: Layer): LayerPass {
  const activation = architecture.activations[l] ?? 'linear'
  const curve = curveOf(activation)
  const numbers = (place: Omit<Place, 'layer'>, length: number) => {
    const from = indexOf(architecture, { layer: l, ...place })
    return Float64Array.from({ length }, (_, i) => parameters[from + i] as number)
  }
  const weights = Array.from({ length: units }, (_, unit) =>
    numbers({ unit, input: 0 }, inputs.length),
  )
  const bias = numbers({ unit: 0 }, units)
  const z = bias.map(
    (own, unit) =>
      (weights[unit] as Float64Array).reduce((sum, w, i) => sum + w * (inputs[i] as number), 0) +
      own,
  )
  const y = z.map((one) => curve.value(one))
  const slopes = z.map((one, unit) => curve.slope(one, y[unit] as number))
  const [byOutput, delta] = [new Float64Array(units), new Float64Array(units)]
  return { activation, inputs, weights, bias, z, y, slopes, byOutput, delta }
}

/** δ by z of a layer from that by y, and from there that by the y of the layer before. */
function backward({ delta, byOutput, slopes, weights }: LayerPass, before?: LayerPass): void {
  for (let unit = 0; unit < delta.length; unit++)
    delta[unit] = (byOutput[unit] as number) * (slopes[unit] as number)
  before?.byOutput.forEach((_, i) => {
    let sum = 0
    for (const [unit, row] of weights.entries()) sum += (row[i] as number) * (delta[unit] as number)
    before.byOutput[i] = sum
  })
}

function softmax(output: Float64Array): Float64Array {
  const most = output.reduce((a, b) => Math.max(a, b))
  const powers = output.map((one) => Math.exp(one - most))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((one) => one / sum)
}
