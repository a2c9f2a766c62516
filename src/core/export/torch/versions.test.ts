// A script prints the same under any version of PyTorch: what other versions have is put into the one at hand.
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
  const scripts = [script, newerSearch + script, newerSearch + plain]
  const [here, there, unheld] = torchVersion ? runScripts(scripts) : []

  test('a line search has its 25 trials', () => {
    for (const answer of [here, there]) {
      expect(answer?.error).toBe('')
      expect(disagreement(searching, answer?.out ?? '')).toBeUndefined()
    }
    expect(disagreement(searching, unheld?.out ?? '')).toContain('expected')
  })
})

test.skipIf(torchVersion)('Skipped: no Python with PyTorch was found', () => {})
