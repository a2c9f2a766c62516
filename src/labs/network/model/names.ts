// What the choices of a model are called in the page.
import { type Activation, activations } from '../../../core/networks/activations.ts'
import { type InitName, initNames } from '../../../core/networks/initial.ts'
import { type LossName, lossNames } from '../../../core/networks/losses.ts'

const activationNames: Readonly<Record<Activation, string>> = {
  linear: 'linear',
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  elu: 'ELU',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  softplus: 'softplus',
  silu: 'SiLU',
  gelu: 'GELU',
}

const initialNames: Readonly<Record<InitName, string>> = {
  torch: 'as nn.Linear',
  xavier: 'Xavier',
  he: 'He',
  zeros: 'all zeros',
  lcg: 'integer generator',
}

const lossTitles: Readonly<Record<LossName, string>> = {
  mse: 'mean squared error',
  'cross-entropy': 'cross-entropy',
}

const optionsOf = <T extends string>(
  ids: readonly T[],
  names: Readonly<Record<T, string>>,
): readonly { readonly value: T; readonly name: string }[] =>
  ids.map((value) => ({ value, name: names[value] }))

export const activationOptions = optionsOf(activations, activationNames)
export const initOptions = optionsOf(initNames, initialNames)
export const lossOptions = optionsOf(lossNames, lossTitles)
