import { choice, coefficient, epsilon, factor, few, flag, penalty, rate } from '../hyper.ts'
import { adamw } from './adamw.ts'
import { optimizer } from './optimizer.ts'

// PyTorch runs the Newton-Schulz iteration in bfloat16; here it has the precision of the network.
export const muon = optimizer({
  id: 'muon',
  name: 'Muon',
  torch: 'Muon',
  source: 'Jordan et al. 2024, Muon; PyTorch, torch/optim/_muon.py',
  hyper: {
    lr: rate(1e-3),
    weight_decay: penalty(0.1),
    momentum: factor(0.95),
    nesterov: flag(true),
    ns_coefficients: {
      ns_a: coefficient(3.4445, 'a'),
      ns_b: coefficient(-4.775, 'b'),
      ns_c: coefficient(2.0315, 'c'),
    },
    eps: epsilon(1e-7),
    ns_steps: few(5, 'k'),
    adjust_lr_fn: choice([[null], ['original'], ['match_rms_adamw', 'match_rms_adamw']]),
  },
  rule: `
    m = momentum*m + (1 - momentum)*g
    u = where(nesterov, (1 - momentum)*g + momentum*m, m)
    alpha = lr*where(match_rms_adamw, 0.2*sqrt(max(rows, columns)), sqrt(max(1, rows/columns)))
    x = (1 - lr*weight_decay)*x
    x = x - alpha*o
  `,
  matrices: {
    supplies: [
      { name: 'rows', latex: '\\text{units}', shared: true, whole: true, fixed: true },
      { name: 'columns', latex: '\\text{inputs}', shared: true, whole: true, fixed: true },
      {
        name: 'o',
        latex: '\\left[X_k\\right]_{ij}',
        of: 'u',
        way: [
          ['X_0', '\\frac{U_t}{\\max(\\lVert U_t \\rVert_F, \\epsilon)}'],
          ['A_i', 'X_i X_i^\\top'],
          ['X_{i+1}', 'a X_i + (b A_i + c A_i^2) X_i'],
        ],
      },
    ],
    rest: adamw,
  },
})
