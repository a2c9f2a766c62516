// What a network and its units are called.
import type { Architecture } from '../../../core/networks/network.ts'
import { sizesOf } from './responses.ts'
import type { UnitPlace } from './walk.ts'

/** The names of what goes in and of what comes out. */
export interface Names {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
}

/** Network 2-8-8-1, tanh */
export function networkInWords(architecture: Architecture): string {
  const sizes = sizesOf(architecture).join('-')
  const activations = new Set(architecture.activations)
  const all = activations.size === 1 ? [...activations] : architecture.activations
  return [`Network ${sizes}`, ...all].join(', ')
}

/** Input x1; Hidden layer 1, unit 3; Output ŷ */
export function unitInWords(
  architecture: Architecture,
  names: Names,
  { column, unit }: UnitPlace,
): string {
  if (column === 0) return `Input ${names.inputs[unit] ?? unit + 1}`
  if (column > architecture.hidden.length) return `Output ${names.outputs[unit] ?? unit + 1}`
  return `Hidden layer ${column}, unit ${unit + 1}`
}

/** What a weight of a layer multiplies: an input by its name, a unit of the layer before, or 1 for a bias. */
export function sourceInWords(names: Names, layer: number, input: number): string {
  return layer === 0 ? (names.inputs[input] ?? `input ${input + 1}`) : `unit ${input + 1}`
}
