import { describe, expect, test } from 'vitest'
import { parse } from '../../../core/language/parse.ts'
import { evaluate } from '../../../core/language/program.ts'
import { type Activation, activations } from '../../../core/networks/activations.ts'
import { type Pass, passOf } from '../../../core/networks/insight/pass.ts'
import type { LossName } from '../../../core/networks/losses.ts'
import { sizeOf } from '../../../core/networks/network.ts'
import { passLines } from './passLines.ts'

const update = {
  name: { text: 'w', latex: 'w' },
  ...{ count: 20, slope: 0.25, value: 0.5, next: 0.45 },
}

function passing(
  hidden: readonly number[],
  { activation, loss }: { activation: Activation; loss: LossName },
): Pass {
  const architecture = { inputs: 2, hidden, activations: hidden.map(() => activation), outputs: 2 }
  const parameters = Float64Array.from({ length: sizeOf(architecture) }, (_, i) => Math.sin(i + 1))
  const target = loss === 'mse' ? [0.3, -0.2] : [1]
  return passOf({ architecture, parameters }, { input: [0.7, -0.4], target, loss })
}

/** A side of an equation as a number, if it is one. */
function numberIn(side: string): number {
  const plain = side
    .replaceAll('−', '-')
    .replace(
      /·10([⁻⁰-⁹¹²³]+)/g,
      (_, raised: string) =>
        `e${[...raised]
          .map((one) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(one))
          .map((i) => (i ? i - 1 : '-'))
          .join('')}`,
    )
    .replaceAll('·', '*')
    .replace(/\be\^/g, 'exp(1)^')
  try {
    return evaluate(parse(plain), () => Number.NaN)
  } catch {
    return Number.NaN
  }
}

const chosen = { layer: 0, unit: 1, input: 0 }
const cases = activations.flatMap((activation) =>
  (['mse', 'cross-entropy'] as const).map((loss) => ({ activation, loss })),
)

describe.each(cases)('$activation with $loss', (of) => {
  const lines = passLines(passing([3, 2], of), chosen, update)

  test('what is written with numbers comes to what is written behind it', () => {
    const compared = lines.flatMap(({ words }) => {
      const values = words.split(' = ').map(numberIn).filter(Number.isFinite)
      const [a, b] = values.slice(-2)
      return a === undefined || b === undefined ? [] : [Math.abs(a - b)]
    })
    expect(compared.length).toBeGreaterThan(8)
    // By hand, with the figures that are written.
    expect(Math.max(...compared)).toBeLessThan(2e-3)
  })

  test('goes forward, then backward, then updates', () => {
    const order = ['forward', 'backward', 'update']
    const at = lines.map(({ pass }) => order.indexOf(pass))
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(new Set(at).size).toBe(3)
  })
})

test('the lines of a small network', () => {
  const architecture = { inputs: 1, hidden: [1], activations: ['tanh'] as const, outputs: 1 }
  const pass = passOf(
    { architecture, parameters: [2, -1, 0.5, 0] },
    { input: [1], target: [1], loss: 'mse' },
  )
  expect(
    passLines(pass, { layer: 0, unit: 0, input: 0 }, update).map(({ words }) => words),
  ).toEqual([
    'z⁽¹⁾₁ = w⁽¹⁾₁₁·x₁ + b⁽¹⁾₁ = 2·1 + (−1) = 1',
    'y⁽¹⁾₁ = tanh(z⁽¹⁾₁) = tanh(1) = 0.7616',
    'y⁽²⁾₁ = z⁽²⁾₁ = w⁽²⁾₁₁·y⁽¹⁾₁ + b⁽²⁾₁ = 0.5·0.7616 + 0 = 0.3808',
    'L = (y⁽²⁾₁ − t₁)^2 = (0.3808 − 1)^2 = 0.3834',
    'δ⁽²⁾₁ = ∂L/∂y⁽²⁾₁ = 2·(y⁽²⁾₁ − t₁) = 2·(0.3808 − 1) = −1.2384',
    '∂L/∂y⁽¹⁾₁ = w⁽²⁾₁₁·δ⁽²⁾₁ = 0.5·(−1.2384) = −0.6192',
    'δ⁽¹⁾₁ = ∂L/∂y⁽¹⁾₁·f′(z⁽¹⁾₁) = (−0.6192)·0.42 = −0.26',
    '∂L/∂w⁽¹⁾₁₁ = δ⁽¹⁾₁·x₁ = (−0.26)·1 = −0.26',
    'g = the mean of ∂L/∂w over the 20 points of the batch = 0.25',
    'next w = w + Δw = 0.5 + (−0.05) = 0.45',
  ])
})

test('of a wide network only the first units and terms are written, and the unit of the weight', () => {
  const pass = passing([256, 256], { activation: 'elu', loss: 'mse' })
  const lines = passLines(pass, { layer: 1, unit: 200, input: 3 }, update)
  expect(lines.length).toBeLessThan(40)
  const words = lines.map((line) => line.words)
  expect(words).toContain('… and so on for 252 more units of layer 1')
  expect(words).toContain('… and so on for 251 more units of layer 2')
  expect(words.find((line) => line.startsWith('z⁽²⁾₂₀₁'))).toContain('253 more terms')
})
