// Against the curves of PyTorch: e2e/tools/torch says nothing of networks yet, the numbers came with the contract.
import { expect, test } from 'vitest'
import type { Activation } from './activations.ts'
import type { Floats } from './floats.ts'
import { initializations } from './initial.ts'
import { type LossName, lossFunctions } from './losses.ts'
import { makeNetwork } from './network.ts'
import reference from './networks.torch.json' with { type: 'json' }
import { plainKernels } from './plainKernels.ts'

const relative = (value: number, wanted: number) => Math.abs(value - wanted) / Math.abs(wanted)
const sizeOf = (slopes: Floats) =>
  Float64Array.from(slopes).reduce((sum, slope) => sum + Math.abs(slope), 0)

test.each(reference.runs)(
  '$layers $activation $loss begins as in PyTorch: the first loss, and the slopes by every tensor',
  ({ layers: [inputs = 1, ...rest], batch, seed, ...run }) => {
    const hidden = rest.slice(0, -1)
    const outputs = rest.at(-1) as number
    const rows = run.inputs.length
    const activations = hidden.map(() => run.activation as Activation)
    const network = makeNetwork({ inputs, hidden, activations, outputs }, rows, plainKernels)
    initializations.lcg(network, seed)
    const x = Float32Array.from(run.inputs.flat())
    const targets = Float32Array.from(run.targets.flat())
    const { sum, terms } = lossFunctions[run.loss as LossName]

    const output = network.forward(x, rows)
    const loss = sum({ output, targets, rows, width: outputs }) / terms(rows, outputs)
    expect(relative(loss, run.losses[0] as number)).toBeLessThan(1e-6)

    network.forward(x, batch)
    const answered = { output, targets, rows: batch, width: outputs }
    sum(answered, network.delta, 1 / terms(batch, outputs))
    network.backward(x, batch)
    network.slopes.forEach((slopes, i) => {
      const wanted = run.first_gradient_l1_by_parameter[i] as number
      expect(relative(sizeOf(slopes), wanted)).toBeLessThan(2e-5)
    })
  },
)
