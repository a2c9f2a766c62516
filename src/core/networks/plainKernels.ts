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
    return {
      forward(x, rows) {
        timesTransposed(z, x, dense, rows)
        activation?.forward(rows * units)
      },
      derive: (rows) => activation?.backward(rows * units),
      gradient(x, rows) {
        times(weightGradient, transposed, x, { rows: units, columns: inputs, inner: rows })
        columnSums(biasGradient, delta, rows, units)
      },
      backward(into, rows) {
        times(into, straight, weight, { rows, columns: inputs, inner: units })
      },
    }
  },
})

export const plainKernels = kernelsIn(single)

/** In double precision, where gradients are compared with difference quotients. */
export const doubleKernels = kernelsIn(double)
