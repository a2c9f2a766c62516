// What schools and PyTorch have besides.
import { cos, sin, tanh } from '../../elementary.ts'
import { call, named, nn, own, type Row, type Value } from './row.ts'

/** 1/sin and its kind, which PyTorch has no names for. */
const reciprocal = (
  word: string,
  of: string,
  value: Value,
  derivative: string,
  extras: Pick<Row, 'off'> = {},
): Row => ({
  ...named(word, '', (a = 0) => 1 / value(a), derivative, extras),
  torch: `torch.reciprocal(torch.${of}($at))`,
})

/** PyTorch's remainder: it has the sign of what is divided by. */
const remainder: Value = (a = 0, b = 0) => {
  const rest = a % b
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest
}

const roundHalfToEven: Value = (a = 0) => {
  const up = Math.round(a)
  return up - a === 0.5 && up % 2 !== 0 ? up - 1 : up
}

export const further = {
  sinc: own('sinc', 'torch.sinc', (a = 0) => (a === 0 ? 1 : sin(Math.PI * a) / (Math.PI * a)), [
    'where(pi*a*a == 0, 0, s*((pi*a*cos(pi*a) - sin(pi*a))/(pi*a*a)))',
  ]),
  sec: reciprocal('sec', 'cos', cos, 's*(y*y*sin(a))', { off: [3, 0] }),
  csc: reciprocal('csc', 'sin', sin, '-s*(y*y*cos(a))'),
  cot: reciprocal('cot', 'tan', Math.tan, '-s*(y*y*(1 + tan(a)^2))'),
  coth: reciprocal('coth', 'tanh', tanh, '-s*(y*y*(1 - tanh(a)^2))'),
  acot: {
    ...named('', '', (a = 0) => Math.atan(1 / a), '-s/(1 + (1/a)^2)*(1/a)^2'),
    latex: '\\operatorname{arccot} $af',
    torch: 'torch.atan(torch.reciprocal($at))',
  },
  cbrt: {
    ...call(
      '\\sqrt[3]{$a0}',
      '(lambda a: torch.sign(a)*torch.abs(a)**(1/3))($at)',
      (a = 0) => Math.sign(a) * Math.abs(a) ** (1 / 3),
      ['s*sign(a)*(abs(a)^(-2/3)/3)*sign(a)'],
    ),
    level: 4,
  },
  exp2: { ...call('2^{$a0}', 'torch.exp2($at)', (a = 0) => 2 ** a, ['s*(y*ln(2))']), level: 4 },
  hypot: own('hypot', 'torch.hypot', Math.hypot, ['s*(a/y)', 's*(b/y)']),
  mod: own('mod', 'torch.remainder', remainder, [
    's',
    '-s*where(b == 0, a/b, where(abs(y) == ∞, -1, round((a - y)/b)))',
  ]),
  round: own('round', 'torch.round', roundHalfToEven, ['0'], { wasm: 0x9e }),
  ceil: call('\\lceil $a0\\rceil', 'torch.ceil($at)', Math.ceil, ['0'], { wasm: 0x9b }),
  leaky_relu: own('leaky\\_relu', `${nn}leaky_relu`, (a = 0) => (a > 0 ? a : a * 0.01), [
    'where(a > 0, s, s*0.01)',
  ]),
  selu: own(
    'selu',
    `${nn}selu`,
    (a = 0) => (a <= 0 ? Math.expm1(a) * 1.6732632423543772 : a) * 1.0507009873554805,
    ['s*1.0507009873554805*where(a <= 0, 1.6732632423543772*exp(where(a <= 0, a, 0)), 1)'],
  ),
  hardtanh: own('hardtanh', `${nn}hardtanh`, (a = 0) => Math.min(Math.max(a, -1), 1), [
    'where(abs(a) >= 1, 0, s)',
  ]),
} satisfies Record<string, Row>
