// What neurons are activated by.

import { exp } from '../../elementary.ts'
import { erf } from '../erf.ts'
import { call, nn, own, type Row } from './row.ts'

export const activations = {
  relu: own('relu', 'torch.relu', (a = 0) => (a < 0 ? 0 : a), ['where(y <= 0, 0, s)']),
  sigmoid: call('\\sigma$()', 'torch.sigmoid($at)', (a = 0) => 1 / (1 + exp(-a)), ['s*(1 - y)*y'], {
    off: [3, 0],
  }),
  softplus: own(
    'softplus',
    `${nn}softplus`,
    (a = 0) => (a > 20 ? a : Math.log1p(exp(a))),
    ['where(a > 20, s, s*sigmoid(a))'],
    { off: [3, 3] },
  ),
  elu: own('elu', `${nn}elu`, (a = 0) => (a <= 0 ? Math.expm1(a) : a), [
    'where(a <= 0, s*exp(where(a <= 0, a, 0)), s)',
  ]),
  silu: own(
    'silu',
    `${nn}silu`,
    (a = 0) => a / (1 + exp(-a)),
    ['s*(sigmoid(a)*(1 + a*(1 - sigmoid(a))))'],
    { off: [3, 0] },
  ),
  gelu: own('gelu', `${nn}gelu`, (a = 0) => (a / 2) * (1 + erf(a * Math.SQRT1_2)), [
    's*((1 + erf(a*sqrt(0.5)))/2 + a*(exp(-a^2/2)/sqrt(2*pi)))',
  ]),
  erf: own('erf', 'torch.erf', (a = 0) => erf(a), ['s*(2*exp(-a^2)/sqrt(pi))']),
} satisfies Record<string, Row>
