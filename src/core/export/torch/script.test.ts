import { describe, expect, test } from 'vitest'
import type { RunSpec } from '../../experiment/experiment.ts'
import { readLoss } from '../../loss/loss.ts'
import { disagreement } from '../test/agreement.ts'
import { cases } from '../test/cases.ts'
import { runScripts, torchVersion } from '../test/torch.ts'
import { functionText } from './function.ts'
import { torchScript } from './script.ts'

const skipped = 'Skipped: no Python with PyTorch was found, so no exported script was run'

const simple = {
  f: 'tanhsin',
  start: [3],
  steps: 9,
  runs: [{ optimizer: 'adam', hyper: { lr: 0.1 } }],
}

const loud = { ...simple, noise: 0.5, seed: 3 }

describe.runIf(torchVersion)(
  `every script prints what the run here computes: ${torchVersion}`,
  () => {
    const script = torchScript(simple)
    const scripts = [
      ...cases.map(([, made]) => torchScript(made)),
      script,
      torchScript(loud).replace(`normal(${loud.seed}`, `normal(${loud.seed + 1}`),
      script.replace('lr=0.1', 'lr=0.1, eps=1e-07'),
    ]
    const answers = torchVersion ? runScripts(scripts) : []
    test.each(cases.map(([name, made], i) => [name, made, answers[i]] as const))(
      '%s',
      (_, made, answer) => {
        expect(answer?.error).toBe('')
        expect(disagreement(made, answer?.out ?? '')).toBeUndefined()
      },
    )

    test('what is computed otherwise would be noticed', () => {
      const [right, otherSeed, wrong] = answers.slice(-3)
      expect(disagreement(loud, otherSeed?.out ?? '')).toContain('expected')
      expect(disagreement(simple, right?.out ?? '')).toBeUndefined()
      expect(disagreement(simple, wrong?.out ?? '')).toContain('expected')
    })
  },
)

test.skipIf(torchVersion)(skipped, () => {})

const scriptOf = (...runs: RunSpec[]) => torchScript({ f: 'tanhsin', steps: 30, runs })

describe('a script reads as if a person had written it', () => {
  test('the function', () => {
    expect(functionText(readLoss('x^2/20 + tanh(sin(x))'))).toBe(
      'def function(x):\n    return x**2/20 + torch.tanh(torch.sin(x))',
    )
    expect(functionText(readLoss('soda', { V: 500 }))).toBe(
      'V = 500.0\n\n\ndef function(R):\n    return 2/R + 2*math.pi*R**2/V',
    )
    expect(functionText(readLoss('where(x > 0, y, 2)'))).toContain(
      'return torch.where(x > 0, y, torch.tensor(2.0)) + 0*x',
    )
  })

  test.each([
    [{ optimizer: 'adam', hyper: { lr: 2 } }, ['optimizer = torch.optim.Adam([x], lr=2.0)\n']],
    [
      { optimizer: 'sgd', hyper: { momentum: 0.9, nesterov: true } },
      ['torch.optim.SGD([x], lr=0.001, momentum=0.9, nesterov=True)'],
    ],
    [
      { optimizer: 'adam', hyper: { decoupled_weight_decay: true, weight_decay: 0.1 } },
      ['torch.optim.AdamW([x], lr=0.001, weight_decay=0.1)'],
    ],
    [
      { optimizer: 'sgd', schedule: { kind: 'step', step_size: 5, warmup: { steps: 3 } } },
      [
        'SequentialLR(optimizer, [',
        'LinearLR(optimizer, total_iters=3)',
        'StepLR(optimizer, step_size=5)',
        'milestones=[3]',
        'scheduler.step()',
      ],
    ],
    [
      { optimizer: 'sgd', schedule: { kind: 'plateau', factor: 0.5 } },
      ['ReduceLROnPlateau(optimizer, factor=0.5)', 'scheduler.step(loss)'],
    ],
    [
      { optimizer: 'lbfgs', hyper: { line_search_fn: 'strong_wolfe' } },
      [
        'from torch.optim import lbfgs\n',
        '# A line search tries up to 25 step lengths, as in PyTorch up to 2.9; later versions stop it at max_eval.\n',
        "= LBFGS([x], lr=1.0, line_search_fn='strong_wolfe')",
        'optimizer.step(closure)',
      ],
    ],
    [{ optimizer: 'lbfgs' }, ['torch.optim.LBFGS([x], lr=1.0)', 'optimizer.step(closure)']],
    [
      { optimizer: 'custom', rule: 'm = lambda*m + g; x = x - lr*m' },
      ['class YourRule(torch.optim.Optimizer):', 'm = lambda_*m + g\n', 'x = x - lr*m\n'],
    ],
    [{ optimizer: 'nadam' }, ['class NAdam(', 'NAdam = torch.optim.NAdam']],
  ] satisfies [RunSpec, string[]][])('%j', (run, parts) => {
    const script = scriptOf(run)
    for (const part of parts) expect(script).toContain(part)
  })

  test('only what is needed is there', () => {
    const script = scriptOf({ optimizer: 'adam' })
    expect(script).not.toContain('class ')
    expect(script).not.toContain('scalar')
    expect(script.split('\n').length).toBeLessThan(65)
  })

  test('noise comes behind every backward() and is defined only where there is some', () => {
    const noisy = (optimizer: string) => torchScript({ ...loud, runs: [{ optimizer }] })
    expect(noisy('adam')).toContain('loss.backward()\n    disturb(step, x)\n    optimizer.step()')
    expect(noisy('lbfgs')).toContain('loss.backward()\n    disturb(step, x)\n    return loss')
    expect(noisy('newton')).toContain('optimizer.step(lambda: tilted(step, x))')
    expect(noisy('newton')).not.toContain('disturb')
    expect(torchScript({ ...loud, noise: 0 })).toBe(torchScript(simple))
  })

  test('what someone writes behind # stays in its comment', () => {
    const rule = 'x = x - lr*g # \f\u0085print(1)'
    expect(scriptOf({ optimizer: 'custom', rule })).toMatch(/^ {4}# x = x - lr\*g # .*print\(1\)$/m)
  })

  test('a definition that several runs need is there once', () => {
    const twice = scriptOf({ optimizer: 'lion' }, { optimizer: 'lion', hyper: { lr: 0.1 } })
    expect(twice.match(/class Lion/g)).toHaveLength(1)
  })
})
