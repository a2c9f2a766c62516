// Optimizers of whole weight matrices at work: each matrix by itself, and what is none by another optimizer.
import type { Optimizer } from '../../optimizers/optimizer.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Settings } from '../../rules/switches.ts'
import type { Floats } from '../floats.ts'
import type { Dense, Kernels } from '../kernel.ts'
import type { Memory } from '../memory.ts'
import type { Network } from '../network.ts'
import { type Updating, updating } from '../updating.ts'
import { type Iteration, orthogonalizer } from './newtonSchulz.ts'

/** By what parameters are updated. */
interface Ruled {
  readonly rule: Rule
  readonly settings: Settings
}

/** By what a network is updated. */
export interface Updater extends Ruled {
  readonly optimizer: Pick<Optimizer, 'matrices'>
  /** By what that is updated which the optimizer leaves alone. */
  readonly rest?: Ruled
}

/** The updating of all parameters of a network. */
export function updatingNetwork(
  run: Updater,
  { parameters, gradient, layers }: Pick<Network, 'parameters' | 'gradient' | 'layers'>,
  kernels: Kernels,
): Updating {
  const { optimizer, rest } = run
  if (!optimizer.matrices) return updating(run, { ...kernels, parameters, gradient })
  const { name = '', of: line } = optimizer.matrices.supplies.find((one) => one.of) ?? {}
  if (line === undefined || !rest) throw new Error('nothing is said of the biases')
  const given = { name, line }
  const all = layers.flatMap((layer) => [
    updatingMatrix(run, layer, { kernels, given }),
    updating(rest, { ...kernels, parameters: layer.bias, gradient: layer.biasGradient }),
  ])
  const tensors = placesOf(layers)
  return {
    begin(loss) {
      for (const one of all) one.begin(loss)
    },
    move() {
      for (const one of all) one.move()
    },
    ahead: () => undefined,
    setting: (n) => all[0]?.setting(n) ?? Number.NaN,
    save() {
      const parts = all.map((one) => one.save())
      return { t: parts[0]?.t ?? 0, slots: new Map(), parts }
    },
    slotsOf(parameter) {
      const from = tensors.findLastIndex((tensor) => tensor.at <= parameter)
      return all[from]?.slotsOf(parameter - (tensors[from]?.at ?? 0)) ?? {}
    },
    restore({ parts = [] }) {
      all.forEach((one, i) => {
        one.restore(parts[i] as Memory)
      })
    },
  }
}

/** Where each weight and each bias begins among all parameters. */
function placesOf(layers: readonly Dense[]): readonly { readonly at: number }[] {
  let at = 0
  return layers
    .flatMap(({ weight, bias }) => [weight.length, bias.length])
    .map((length) => {
      at += length
      return { at: at - length }
    })
}

interface Means {
  readonly kernels: Kernels
  /** The quantity that is given, and the line that it is made of. */
  readonly given: { readonly name: string; readonly line: string }
}

function updatingMatrix(run: Ruled, layer: Dense, { kernels, given }: Means): Updating {
  const { weight, weightGradient, units: rows, inputs: columns } = layer
  const place = { ...kernels, parameters: weight, gradient: weightGradient }
  const one = updating(run, place, given.line)
  const orthogonal = orthogonalizer({ rows, columns }, kernels)
  const iteration = iterationOf(run.settings)
  const matrix = () => orthogonal(one.ahead() as Floats, iteration)
  return {
    ...one,
    move: () => one.move({ rows, columns, [given.name]: matrix() }),
    slotsOf: (parameter) => ({
      ...one.slotsOf(parameter),
      ...{ rows, columns, [given.name]: matrix()[parameter] as number },
    }),
  }
}

/** The iteration as the hyper-parameters of an optimizer say it. */
export const iterationOf = (settings: Settings): Iteration => ({
  coefficients: [Number(settings.ns_a), Number(settings.ns_b), Number(settings.ns_c)],
  steps: Number(settings.ns_steps),
  eps: Number(settings.eps),
})
