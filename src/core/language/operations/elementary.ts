// Comparisons, rounding down, the larger and the smaller, logarithms, the other circular and hyperbolic functions.
import { ln } from '../../elementary.ts'
import { call, comparison, named, own, type Row, type Value } from './row.ts'

const extremum = (word: string, value: Value, worse: string, wasm: number): Row =>
  call(
    `\\${word}$()`,
    `torch.${word}imum($at, $bt)`,
    value,
    [
      `where(a ${worse} b, 0, where(a == b, s/2, s))`,
      `where(b ${worse} a, 0, where(a == b, s/2, s))`,
    ],
    { derivativeOfMany: 's*(a == y)/ties', wasm },
  )

export const elementary = {
  lt: comparison('<', '<', 0x63, (a, b) => a < b),
  le: comparison('<=', '\\le', 0x65, (a, b) => a <= b),
  gt: comparison('>', '>', 0x64, (a, b) => a > b),
  ge: comparison('>=', '\\ge', 0x66, (a, b) => a >= b),
  eq: comparison('==', '=', 0x61, (a, b) => a === b),
  abs: call('\\lvert $a0\\rvert', 'torch.abs($at)', Math.abs, ['s*sign(a)'], {
    wasm: 0x99,
  }),
  sign: own('sign', 'torch.sign', (a = 0) => Number(a > 0) - Number(a < 0), ['0']),
  floor: call('\\lfloor $a0\\rfloor', 'torch.floor($at)', Math.floor, ['0'], {
    wasm: 0x9c,
  }),
  max: extremum('max', Math.max, '<', 0xa5),
  min: extremum('min', Math.min, '>', 0xa4),
  ln: named('ln', 'log', ln, 's/a', { off: [1, 0] }),
  log10: named('log_{10}', 'log10', Math.log10, 's/(a*ln(10))', { off: [2, 2] }),
  tan: named('tan', 'tan', Math.tan, 's*(1 + y^2)', { off: [4, 3] }),
  asin: named('arcsin', 'asin', Math.asin, 's/sqrt(1 - a^2)'),
  acos: named('arccos', 'acos', Math.acos, '-s/sqrt(1 - a^2)'),
  atan: named('arctan', 'atan', Math.atan, 's/(1 + a^2)'),
  sinh: named('sinh', 'sinh', Math.sinh, 's*cosh(a)'),
  cosh: named('cosh', 'cosh', Math.cosh, 's*sinh(a)', { off: [3, 2] }),
} satisfies Record<string, Row>
