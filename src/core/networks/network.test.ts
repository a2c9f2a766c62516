import { expect, test } from 'vitest'
import { type Activation, activations } from './activations.ts'
import { initializations } from './initial.ts'
import { type LossName, lossFunctions, lossNames } from './losses.ts'
import { makeNetwork } from './network.ts'
import type { Mask } from './passesThrough.ts'
import { doubleKernels } from './plainKernels.ts'

const rows = 7
const shape = { inputs: 3, hidden: [5, 4], outputs: 3 }
const x = Float64Array.from({ length: rows * 3 }, (_, i) => Math.sin(3 * i + 1))
const targets = {
  mse: Float64Array.from({ length: rows * 3 }, (_, i) => Math.cos(5 * i)),
  'cross-entropy': Float64Array.from({ length: rows }, (_, i) => i % 3),
}

function learning(activation: Activation, loss: LossName, mask?: Mask) {
  const architecture = { ...shape, activations: shape.hidden.map(() => activation) }
  const network = makeNetwork(architecture, rows, doubleKernels)
  initializations.torch(network, 1)
  const { sum, terms } = lossFunctions[loss]
  const count = terms(rows, shape.outputs)
  const answered = { output: network.output, targets: targets[loss], rows, width: shape.outputs }
  const value = () => {
    network.forward(x, rows, mask)
    return sum(answered) / count
  }
  const slope = () => {
    network.forward(x, rows, mask)
    sum(answered, network.delta, 1 / count)
    network.backward(x, rows, mask)
  }
  return { network, value, slope }
}

/** The central difference quotient by each parameter. */
function quotients({ network: { parameters }, value }: ReturnType<typeof learning>) {
  const h = 1e-6
  return Array.from(parameters, (kept, i) => {
    parameters[i] = kept + h
    const above = value()
    parameters[i] = kept - h
    const below = value()
    parameters[i] = kept
    return (above - below) / (2 * h)
  })
}

const cases = activations.flatMap((activation) =>
  lossNames.map((loss) => ({ activation, loss }) as const),
)

test.each(cases)(
  'slopes of $activation with $loss are the difference quotients',
  ({ activation, loss }) => {
    const one = learning(activation, loss)
    one.slope()
    quotients(one).forEach((quotient, i) => {
      expect(one.network.gradient[i]).toBeCloseTo(quotient, 8)
    })
  },
)

test('what a mask lets through has its slopes', () => {
  const passed = [rows * 5, rows * 4].map((length) => new Float64Array(length))
  const mask: Mask = {
    apply(layer, y) {
      const to = passed[layer] as Float64Array
      return to.map((_, i) => {
        to[i] = i % 3 ? 1.5 * (y[i] as number) : 0
        return to[i] as number
      })
    },
    derive(_, delta) {
      for (let i = 0; i < delta.length; i++) delta[i] = i % 3 ? 1.5 * (delta[i] as number) : 0
    },
  }
  const one = learning('tanh', 'mse', mask)
  one.slope()
  quotients(one).forEach((quotient, i) => {
    expect(one.network.gradient[i]).toBeCloseTo(quotient, 8)
  })
})

test('a batch of fewer rows has the slopes of these rows', () => {
  const one = learning('elu', 'mse')
  const few = 4
  const { network } = one
  network.forward(x, few)
  lossFunctions.mse.sum(
    { output: network.output, targets: targets.mse, rows: few, width: 3 },
    network.delta,
    1 / (few * 3),
  )
  network.backward(x, few)
  const small = makeNetwork({ ...shape, activations: ['elu', 'elu'] }, few, doubleKernels)
  initializations.torch(small, 1)
  small.forward(x, few)
  lossFunctions.mse.sum(
    { output: small.output, targets: targets.mse, rows: few, width: 3 },
    small.delta,
    1 / (few * 3),
  )
  small.backward(x, few)
  expect(network.gradient).toEqual(small.gradient)
})
