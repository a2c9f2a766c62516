// A small network that is watched while it trains, as the page watches it.
import { kernelsFor } from '../../../src/core/networks/kernels/kernelsFor.ts'
import { watchTraining } from '../../../src/core/runs/watchTraining.ts'
import { slides } from './lessons.mjs'

/** @param {number} epochs */
export function watched(epochs) {
  const data = { kind: 'sine', n: 200, noise: 0.1, seed: 1 }
  const batch = 10
  const steps = (epochs * data.n) / batch
  const experiment = { ...slides, data, layers: [24, 24], batch, epochs }
  /** @type {import('../../../src/core/networks/kernel.ts').Kernels[]} */
  const kernels = []
  const kernelsOf = (/** @type {number} */ parameters) => {
    const own = kernelsFor(parameters)
    kernels.push(own)
    return own
  }
  const watching = watchTraining(experiment, { at: 0 }, { kernelsOf })
  watching.next()
  /** Goes on until a share of the epochs is done. @param {number} share */
  return (share) => {
    const at = Math.round(share * steps)
    for (let isThere = false; !isThere; ) {
      // Nothing is a breath.
      const growth = watching.next({ at }).value
      isThere = growth !== undefined && growth.reached >= at && growth.isAtRest
    }
    const memory = kernels.reduce((sum, one) => sum + (one.memory?.buffer.byteLength ?? 0), 0)
    return { epochs: share * epochs, memory }
  }
}
