// A script prints the same under any version of PyTorch: what other versions have is put into the one at hand.
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Experiment } from '../../experiment/experiment.ts'
import { disagreement } from '../test/agreement.ts'
import { runScripts, torchVersion } from '../test/torch.ts'
import { torchScript } from './script.ts'

/** From 2.10 on a line search of L-BFGS stops at max_eval. */
const newerSearch = `import inspect
import torch
from torch.optim import lbfgs
source = inspect.getsource(lbfgs)
exec(source.replace('flat_grad, gtd)', 'flat_grad, gtd, max_ls=max_eval - current_evals)'), lbfgs.__dict__)
torch.optim.LBFGS = lbfgs.LBFGS
`

/** From 2.5 on there is Adafactor, which takes each parameter by itself. */
const newerClass = `import sys
sys.path.insert(0, ${JSON.stringify(resolve('e2e/tools/torch'))})
import torch
import adafactor
made = []
class Known(adafactor.Adafactor):
    def __init__(self, params, **hyper):
        made.append(1)
        super().__init__(params, **hyper)
torch.optim.Adafactor = Known
`
const unmake = `
del torch.optim.Adafactor
print(len(made))
`

const adapted = (f: string, start: readonly number[]): Experiment => ({
  f,
  start,
  steps: 20,
  runs: [
    { optimizer: 'adafactor', hyper: { lr: 0.3, weight_decay: 0.1, eps: [0.1, 0.2], d: 1.1 } },
    {
      optimizer: 'adafactor',
      hyper: { lr: 0.3 },
      schedule: { kind: 'exponential', gamma: 0.9 },
    },
  ],
})

const searching: Experiment = {
  f: '(1 - x)^2 + 10*(y - x^2)^2',
  start: [-1.5, 2],
  steps: 9,
  runs: [
    {
      optimizer: 'lbfgs',
      hyper: { lr: 2, max_iter: 3, max_eval: 2, line_search_fn: 'strong_wolfe' },
    },
  ],
}

describe.runIf(torchVersion)('under another PyTorch', () => {
  const script = torchScript(searching)
  const plain = script.replace('= LBFGS(', '= torch.optim.LBFGS(')
  const alone = adapted('x^2/20 + tanh(sin(x))', [8])
  const several = adapted('(1 - x)^2 + 4*(y - x^2)^2', [-0.5, 1])
  const knowing = (experiment: Experiment) => newerClass + torchScript(experiment) + unmake
  const [ofOne, ofTwo, here, there, unheld] = torchVersion
    ? runScripts([
        knowing(alone),
        knowing(several),
        script,
        newerSearch + script,
        newerSearch + plain,
      ])
    : []

  test.each([
    ['its own of one variable', alone, ofOne, 2],
    ['none of several, which are one vector', several, ofTwo, 0],
  ])('Adafactor is %s', (_, experiment, answer, made) => {
    expect(answer?.error).toBe('')
    const [, printed, count] = answer?.out.match(/^(.*\n)(\d+)\n$/s) ?? []
    expect(disagreement(experiment, printed ?? '')).toBeUndefined()
    expect(Number(count)).toBe(made)
  })

  test('a line search has its 25 trials', () => {
    for (const answer of [here, there]) {
      expect(answer?.error).toBe('')
      expect(disagreement(searching, answer?.out ?? '')).toBeUndefined()
    }
    expect(disagreement(searching, unheld?.out ?? '')).toContain('expected')
  })
})

test.skipIf(torchVersion)('Skipped: no Python with PyTorch was found', () => {})
