// Both passes through a network by hand, for one point, in double precision: every number stands for itself, so that it
// can be shown with the arithmetic that it comes from.
import { type Activation, curveOf } from '../activations.ts'
import { shareIn } from '../answers.ts'
import type { Floats } from '../floats.ts'
import type { Dense } from '../kernel.ts'
import type { LossName } from '../losses.ts'
import type { Architecture } from '../network.ts'
import { lossOf, type Model, networkOf } from './model.ts'

/** One layer at one point. */
export interface LayerPass {
  readonly activation: Activation
  /** What it is given. */
  readonly inputs: Floats
  /** For each unit the weights of its inputs. */
  readonly weights: readonly Floats[]
  readonly bias: Floats
  readonly z: Floats
  readonly y: Floats
  /** The slope of the activation at z. */
  readonly slopes: Floats
  /** ∂L/∂y */
  readonly byOutput: Floats
  /** ∂L/∂z */
  readonly delta: Floats
}

export interface Pass {
  readonly architecture: Architecture
  readonly loss: LossName
  /** One for each output, or the index of the class. */
  readonly target: Floats
  readonly layers: readonly LayerPass[]
  /** What the network answers. */
  readonly output: Floats
  /** Of this point alone. */
  readonly value: number
  /** The softmax of the output, where classes are told apart. */
  readonly shares?: Floats
}

/** Goes forward and backward with one point. */
export function passOf(
  model: Model,
  { input, target, loss }: { input: ArrayLike<number>; target: ArrayLike<number>; loss: LossName },
): Pass {
  const { architecture } = model
  const network = networkOf(model, 1)
  const [inputs, targets] = [Float64Array.from(input), Float64Array.from(target)]
  const value = lossOf(network, { inputs, targets, count: 1 }, { loss, slopes: true })
  const { output, layers: all } = network
  const layers = all.map((dense, l) => passThrough(dense, all[l - 1]?.y ?? inputs, all[l + 1]))
  const reading = { loss, classes: architecture.outputs }
  const shares = output.map((_, k) => shareIn(output, 0, k, reading))
  return {
    ...{ architecture, loss, target: targets, layers, output, value },
    ...(loss === 'cross-entropy' && { shares }),
  }
}

/** What both passes have left in a layer, number by number. */
function passThrough(layer: Dense, inputs: Floats, next?: Dense): LayerPass {
  const { activation, weight, bias, z, y, delta } = layer
  const { slope } = curveOf(activation)
  return {
    ...{ activation, inputs, bias, z, y, delta },
    weights: Array.from(bias, (_, unit) =>
      weight.subarray(unit * inputs.length, (unit + 1) * inputs.length),
    ),
    slopes: z.map((one, unit) => slope(one, y[unit] as number)),
    byOutput: next ? y.map((_, unit) => arriving(next, unit)) : delta,
  }
}

/** The slope by an input of a layer, from those by its z. */
function arriving({ weight, delta, inputs }: Dense, input: number): number {
  let sum = 0
  for (let k = 0; k < delta.length; k++)
    sum += (weight[k * inputs + input] as number) * (delta[k] as number)
  return sum
}
