// What is to be known of an optimizer's arithmetic.

import { isPrecise } from '../../../core/networks/precision.ts'
import type { Optimizer } from '../../../core/optimizers/optimizer.ts'

/** What an optimizer is in PyTorch, and how exactly a network of so many parameters is trained by it. */
export function noteOn({ torch, matrices }: Optimizer, parameters: number): string {
  const precision = `${isPrecise(parameters) ? 'double' : 'single'} precision`
  if (!torch) return `Not in torch.optim; in ${precision}`
  const name = `torch.optim.${torch}`
  if (!matrices) return `${name}, checked against PyTorch; in ${precision}`
  const { rest } = matrices
  return `${name} for weight matrices, checked against the published algorithm; biases by ${rest.name}; in ${precision}`
}
