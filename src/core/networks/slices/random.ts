// Directions by chance that are as long as the weights they change, unit by unit.
import { normal } from '../../random.ts'
import { draws } from '../draws.ts'
import type { Floats } from '../floats.ts'
import { type Architecture, shapesOf } from '../network.ts'
import type { Plane } from './plane.ts'
import { lengthOf } from './vectors.ts'

/**
 * A plane along two filter-normalised random directions: the change of each unit's weights has the norm of these weights,
 * so that the scale of a layer, which activations like ReLU make arbitrary, does not show as flatness. Biases stay.
 * Source: Li, Xu, Taylor, Studer & Goldstein 2018, "Visualizing the Loss Landscape of Neural Nets", section 4
 * @param center all parameters in PyTorch's order
 */
export function randomPlane(architecture: Architecture, center: Floats, seed: number): Plane {
  const along = (which: number) => {
    const direction = new Float64Array(center.length)
    let at = 0
    for (const { units, inputs } of shapesOf(architecture)) {
      for (let unit = 0; unit < units; unit++, at += inputs) {
        const row = direction.subarray(at, at + inputs)
        for (let i = 0; i < inputs; i++) row[i] = normal(seed, draws.slices, which, at + i)
        const factor =
          lengthOf(Float64Array.from(center.subarray(at, at + inputs))) / (lengthOf(row) || 1)
        for (let i = 0; i < inputs; i++) row[i] = factor * (row[i] as number)
      }
      at += units
    }
    return direction
  }
  return { center, directions: [along(0), along(1)] }
}
