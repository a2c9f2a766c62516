// The kernels in plain JavaScript over typed arrays: they run everywhere.
import { activating } from './activations.ts'
import { double, type Room, single } from './floats.ts'
import type { Kernels } from './kernel.ts'
import { columnSums, times, timesTransposed } from './products.ts'

const kernelsIn = (room: Room): Kernels => ({
  room,
  layer(dense) {
    const { inputs, units, weight, weightGradient, biasGradient, z, delta } = dense
    const activation = activating(dense.activation, dense, room)
    const transposed = { of: delta, row: 1, column: units }
    const straight = { of: delta, row: units, column: 1 }
    // Filled in by each call: nothing is allocated per step.
    const toWeight = { rows: units, columns: inputs, inner: 0 }
    const toInput = { rows: 0, columns: inputs, inner: units }
    return {
      forward(x, rows) {
        timesTransposed(z, x, dense, rows)
        activation?.forward(rows * units)
      },
      derive: (rows) => activation?.backward(rows * units),
      gradient(x, rows) {
        toWeight.inner = rows
        times(weightGradient, transposed, x, toWeight)
        columnSums(biasGradient, delta, rows, units)
      },
      backward(into, rows) {
        toInput.rows = rows
        times(into, straight, weight, toInput)
      },
    }
  },
})

export const plainKernels = kernelsIn(single)
export const doubleKernels = kernelsIn(double)
