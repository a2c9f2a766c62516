// Where parameters begin.
import { uniform } from '../random.ts'
import { draws } from './draws.ts'
import type { Dense } from './kernel.ts'
import type { Network } from './network.ts'

/** Fills the parameters of a network; what is drawn follows from the seed alone. */
type Initialization = (network: Network, seed: number) => void

/** Every weight, and every bias if it is not 0, evenly spread from −bound to bound. */
const evenly =
  (weight: (layer: Dense) => number, bias: (layer: Dense) => number = () => 0): Initialization =>
  ({ layers }, seed) => {
    layers.forEach((layer, l) => {
      const bounds = [weight(layer), bias(layer)]
      for (const [k, tensor] of [layer.weight, layer.bias].entries()) {
        const bound = bounds[k] as number
        for (let i = 0; i < tensor.length; i++)
          tensor[i] = bound && bound * (2 * uniform(seed, draws.parameters, 2 * l + k, i) - 1)
      }
    })
  }

/** Kaiming's uniform with a = √5, as nn.Linear begins: the root of 6/((1 + a²)·fan_in). */
const fanIn = ({ inputs }: Dense) => 1 / Math.sqrt(inputs)

const modulus = 2 ** 32

/** The generator of the reference curves: 1664525·s + 1013904223 mod 2³², in PyTorch's order of parameters. */
const congruential: Initialization = ({ layers }, seed) => {
  let state = seed % modulus
  for (const layer of layers)
    for (const tensor of [layer.weight, layer.bias])
      for (let i = 0; i < tensor.length; i++) {
        state = (Math.imul(1664525, state) + 1013904223) >>> 0
        tensor[i] = (2 * (state / modulus) - 1) * fanIn(layer)
      }
}

export const initializations = {
  torch: evenly(fanIn, fanIn),
  /** Source: Glorot & Bengio 2010 */
  xavier: evenly(({ inputs, units }) => Math.sqrt(6 / (inputs + units))),
  /** Source: He, Zhang, Ren & Sun 2015 */
  he: evenly(({ inputs }) => Math.sqrt(6 / inputs)),
  /** All units of a layer are equal, and stay so. */
  zeros: ({ parameters }) => {
    parameters.fill(0)
  },
  lcg: congruential,
} as const satisfies Readonly<Record<string, Initialization>>

export type InitName = keyof typeof initializations

export const initNames = Object.keys(initializations) as InitName[]
