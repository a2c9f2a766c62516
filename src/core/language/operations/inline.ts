// What the interpreter does in line; program.ts counts on this order.
import { cos, exp, sin, tanh } from '../../elementary.ts'
import { call, infix, named, type Row, type Value } from './row.ts'

/** C's pow, which PyTorch uses: 1 to any power is 1, even to NaN. */
export const power: Value = (a = 0, b = 0) =>
  a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b

export const inline = {
  add: infix('+', [2, '$a1 + $b2', '$a1 + $b2'], (a = 0, b = 0) => a + b, ['s', 's'], {
    wasm: 0xa0,
  }),
  sub: infix('-', [2, '$a1 - $b3', '$a1 - $b3'], (a = 0, b = 0) => a - b, ['s', '-s'], {
    wasm: 0xa1,
  }),
  mul: infix('*', [3, '$product', '$a3*$b4'], (a = 0, b = 0) => a * b, ['s*b', 's*a'], {
    wasm: 0xa2,
  }),
  div: infix(
    '/',
    [3, '\\frac{$a0}{$b0}', '$a3/$b4'],
    (a = 0, b = 0) => a / b,
    ['s/b', '-s*(y/b)'],
    {
      wasm: 0xa3,
    },
  ),
  neg: infix('-', [1, '-$a3', '-$a3'], (a = 0) => -a, ['-s'], { wasm: 0x9a }),
  where: call(
    '$cases',
    'torch.where($at != 0, $bt, $ct)',
    (a, b = 0, c = 0) => (a !== 0 ? b : c),
    ['', 'where(a, s, 0)', 'where(a, 0, s)'],
    { wasm: 0x1b },
  ),
  sqrt: {
    ...call('\\sqrt{$a0}', 'torch.sqrt($at)', Math.sqrt, ['s/(2*y)'], {
      wasm: 0x9f,
    }),
    level: 4,
  },
  exp: { ...call('e^{$a0}', 'torch.exp($at)', exp, ['s*y'], { off: [1, 0] }), level: 4 },
  sin: named('sin', 'sin', sin, 's*cos(a)', { off: [2, 0] }),
  cos: named('cos', 'cos', cos, '-s*sin(a)', { off: [2, 0] }),
  tanh: named('tanh', 'tanh', tanh, 's*(1 - y^2)', { off: [6, 0] }),
  pow: infix('^', [4, '$a5^{$b0}', '$a5**$b4'], power, [
    'where(b == 0, 0, s*(b*a^(b - 1)))',
    's*where(a == 0, where(b >= 0, 0, y*ln(a)), y*ln(a))',
  ]),
} satisfies Record<string, Row>
