import { describe, expect, test } from 'vitest'
import { activations } from '../activations.ts'
import { lossNames } from '../losses.ts'
import { checkWeight } from './weightCheck.ts'

const architecture = { inputs: 2, hidden: [4, 3], outputs: 2 }
const count = 5
const parameters = Float32Array.from({ length: 35 }, (_, i) => Math.sin(2 * i + 1))
const examples = (loss: string) => ({
  count,
  inputs: Float64Array.from({ length: 2 * count }, (_, i) => Math.cos(3 * i)),
  targets:
    loss === 'mse'
      ? Float64Array.from({ length: 2 * count }, (_, i) => Math.sin(i * i))
      : Float64Array.from({ length: count }, (_, i) => i % 2),
})

const cases = activations.flatMap((activation) => lossNames.map((loss) => ({ activation, loss })))

describe.each(cases)('$activation with $loss', ({ activation, loss }) => {
  test('the slope by every parameter can be trusted', () => {
    const model = {
      architecture: { ...architecture, activations: [activation, activation] },
      parameters,
    }
    for (let index = 0; index < parameters.length; index++) {
      const { exact, errors, best } = checkWeight(model, { examples: examples(loss), loss }, index)
      expect(errors[best]).toBeLessThan(1e-9 * Math.max(1, Math.abs(exact)))
    }
  })
})

const tanh = {
  architecture: { ...architecture, activations: ['tanh', 'tanh'] as const },
  parameters,
}

test('says how many digits agree', () => {
  const found = checkWeight(tanh, { examples: examples('mse'), loss: 'mse' }, 3)
  expect(found.digits).toBeGreaterThanOrEqual(8)
  expect(found.words).toMatch(
    /^Backpropagation says .+, the difference quotient with h = .+ says .+: \d+ digits agree$/,
  )
})

test('what no output feels has a slope of 0 by both', () => {
  const relu = { ...architecture, activations: ['relu', 'relu'] as const }
  const dead = Float32Array.from(parameters, (value, i) => (i === 8 ? -100 : value))
  expect(
    checkWeight(
      { architecture: relu, parameters: dead },
      { examples: examples('mse'), loss: 'mse' },
      0,
    ).words,
  ).toContain('both say 0')
})

test('the parameters stay as they were', () => {
  const own = Float64Array.from(parameters)
  checkWeight({ ...tanh, parameters: own }, { examples: examples('mse'), loss: 'mse' }, 3)
  expect([...own]).toEqual([...parameters])
})

test('what is not finite cannot be compared', () => {
  const broken = Float32Array.from(parameters, (value, i) => (i === 1 ? NaN : value))
  expect(
    checkWeight({ ...tanh, parameters: broken }, { examples: examples('mse'), loss: 'mse' }, 3)
      .words,
  ).toContain('not finite')
})
