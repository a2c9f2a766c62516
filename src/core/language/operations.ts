// One row per operation: its value, its derivative by each argument, and how people, PyTorch and WebAssembly write it.
// Values, derivatives and special cases are PyTorch's.
import { erf } from './erf.ts'

/**
 * Derivatives are written in the language itself: `a`, `b`, `c` are the arguments, `y` is the result and `s` the
 * derivative that arrives from above (reverse mode). An empty text means that no gradient flows there.
 *
 * In `latex` and `torch`, `$a2` is the argument a, in parentheses if it binds more loosely than level 2
 * (0 comparison, 1 minus sign, 2 sum, 3 product, 4 power, 5 atom); `$at` in PyTorch insists on a tensor;
 * `$af` is the argument of a named function such as sin, `$()` all arguments in parentheses. Products and choices
 * (`$product`, `$cases`) are for latex.ts to write.
 */
export interface Row {
  readonly value: (...args: number[]) => number
  readonly derivative: readonly string[]
  /** For three or more arguments: the derivative by any one of them, `ties` being how many equal the result. */
  readonly derivativeOfMany?: string
  readonly level: number
  readonly latex: string
  readonly torch: string
  /** The sign between or before the arguments; what has none is called by name. */
  readonly sign?: string
  /** The opcode on f64, where scalar WebAssembly has one. */
  readonly wasm?: number
}

type Value = Row['value']
type Extras = Pick<Row, 'wasm' | 'derivativeOfMany'>

const infix = (
  sign: string,
  [level, latex, torch]: readonly [number, string, string],
  value: Value,
  derivative: string[],
  extras: Extras = {},
): Row => ({ sign, level, latex, torch, value, derivative, ...extras })

const comparison = (
  sign: string,
  latex: string,
  wasm: number,
  value: (a: number, b: number) => boolean,
): Row =>
  infix(
    sign,
    [0, `$a1 ${latex} $b1`, `$a2 ${sign} $b2`],
    (a, b) => Number(value(a as number, b as number)),
    ['', ''],
    { wasm },
  )

/** Called by name. */
const call = (
  latex: string,
  torch: string,
  value: Value,
  derivative: string[],
  extras: Extras = {},
): Row => ({ level: 5, latex, torch, value, derivative, ...extras })

/** sin and its kind: the argument may stand without parentheses. */
const named = (latex: string, torch: string, value: Value, derivative: string): Row => ({
  level: 3,
  latex: `\\${latex} $af`,
  torch: `torch.${torch}($at)`,
  value,
  derivative: [derivative],
})

/** Called by a name of its own. */
const own = (word: string, torch: string, value: Value, derivative: string[], extras?: Extras) =>
  call(
    `\\operatorname{${word}}$()`,
    `${torch}(${derivative.length > 1 ? '$at, $bt' : '$at'})`,
    value,
    derivative,
    extras,
  )

const nn = 'torch.nn.functional.'

/** 1/sin and its kind, which PyTorch has no names for. */
const reciprocal = (word: string, of: string, value: Value, derivative: string): Row => ({
  ...named(word, '', (a = 0) => 1 / value(a), derivative),
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

/** C's pow, which PyTorch uses: 1 to any power is 1, even to NaN. */
export const power: Value = (a = 0, b = 0) =>
  a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b

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

const rows = {
  // What the interpreter does in line comes first: program.ts counts on this order.
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
  exp: { ...call('e^{$a0}', 'torch.exp($at)', Math.exp, ['s*y']), level: 4 },
  sin: named('sin', 'sin', Math.sin, 's*cos(a)'),
  cos: named('cos', 'cos', Math.cos, '-s*sin(a)'),
  tanh: named('tanh', 'tanh', (a = 0) => Math.tanh(a), 's*(1 - y^2)'),
  pow: infix('^', [4, '$a5^{$b0}', '$a5**$b4'], power, [
    'where(b == 0, 0, s*(b*a^(b - 1)))',
    's*where(a == 0, where(b >= 0, 0, y*ln(a)), y*ln(a))',
  ]),
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
  ln: named('ln', 'log', Math.log, 's/a'),
  log10: named('log_{10}', 'log10', Math.log10, 's/(a*ln(10))'),
  tan: named('tan', 'tan', Math.tan, 's*(1 + y^2)'),
  asin: named('arcsin', 'asin', Math.asin, 's/sqrt(1 - a^2)'),
  acos: named('arccos', 'acos', Math.acos, '-s/sqrt(1 - a^2)'),
  atan: named('arctan', 'atan', Math.atan, 's/(1 + a^2)'),
  sinh: named('sinh', 'sinh', Math.sinh, 's*cosh(a)'),
  cosh: named('cosh', 'cosh', Math.cosh, 's*sinh(a)'),
  relu: own('relu', 'torch.relu', (a = 0) => (a < 0 ? 0 : a), ['where(y <= 0, 0, s)']),
  sigmoid: call('\\sigma$()', 'torch.sigmoid($at)', (a = 0) => 1 / (1 + Math.exp(-a)), [
    's*(1 - y)*y',
  ]),
  softplus: own('softplus', `${nn}softplus`, (a = 0) => (a > 20 ? a : Math.log1p(Math.exp(a))), [
    'where(a > 20, s, s*sigmoid(a))',
  ]),
  elu: own('elu', `${nn}elu`, (a = 0) => (a <= 0 ? Math.expm1(a) : a), [
    'where(a <= 0, s*exp(where(a <= 0, a, 0)), s)',
  ]),
  silu: own('silu', `${nn}silu`, (a = 0) => a / (1 + Math.exp(-a)), [
    's*(sigmoid(a)*(1 + a*(1 - sigmoid(a))))',
  ]),
  gelu: own('gelu', `${nn}gelu`, (a = 0) => (a * (1 + erf(a * Math.SQRT1_2))) / 2, [
    's*((1 + erf(a*sqrt(0.5)))/2 + a*(exp(-a^2/2)/sqrt(2*pi)))',
  ]),
  erf: own('erf', 'torch.erf', (a = 0) => erf(a), ['s*(2*exp(-a^2)/sqrt(pi))']),
  sinc: own(
    'sinc',
    'torch.sinc',
    (a = 0) => (a === 0 ? 1 : Math.sin(Math.PI * a) / (Math.PI * a)),
    ['where(pi*a*a == 0, 0, s*((pi*a*cos(pi*a) - sin(pi*a))/(pi*a*a)))'],
  ),
  sec: reciprocal('sec', 'cos', Math.cos, 's*(y*y*sin(a))'),
  csc: reciprocal('csc', 'sin', Math.sin, '-s*(y*y*cos(a))'),
  cot: reciprocal('cot', 'tan', Math.tan, '-s*(y*y*(1 + tan(a)^2))'),
  coth: reciprocal('coth', 'tanh', Math.tanh, '-s*(y*y*(1 - tanh(a)^2))'),
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

export type Operation = keyof typeof rows
export const operations: Record<Operation, Row> = rows

/** Whether an operation compares: its value is 1 or 0. */
export const compares = (operation: Operation): boolean =>
  operations[operation].level === operations.lt.level

export const constants: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
])

/** The same functions under the names that they have elsewhere. */
const otherNames: Partial<Record<Operation, string>> = {
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  acot: 'arccot',
  tan: 'tg',
  cot: 'ctg',
  csc: 'cosec',
  tanh: 'tgh',
  abs: 'fabs absolute',
  sign: 'sgn',
  max: 'maximum fmax',
  min: 'minimum fmin',
  pow: 'power',
  mod: 'remainder',
  round: 'rint',
  sigmoid: 'logistic expit',
  silu: 'swish',
  where: 'if',
}

const callable = new Map<string, Operation>([
  ...Object.entries(operations)
    .filter(([, row]) => !row.sign)
    .map(([word]) => [word, word as Operation] as const),
  ['log', 'ln'],
  ['pow', 'pow'],
])

const elsewhere = new Map<string, Operation>(
  Object.entries(otherNames).flatMap(([operation, words]) =>
    words.split(' ').map((word) => [word, operation as Operation] as const),
  ),
)

/** The operation that a word typed before parentheses calls. */
export const functionNamed = (word: string): Operation | undefined => callable.get(word)

/** The operation that a word calls which is a name of its own wherever nothing is called. */
export const functionElsewhere = (word: string): Operation | undefined => elsewhere.get(word)

/** Every word that may be typed before parentheses. */
export const functionNames: readonly string[] = [...callable.keys()]
