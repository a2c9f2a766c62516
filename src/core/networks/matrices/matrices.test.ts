// Against Muon as its documentation says it, in double precision (e2e/tools/torch/muon.py).
import { describe, expect, test } from 'vitest'
import { readTrainingRuns } from '../../experiment/networkRuns.ts'
import { prepareRun } from '../../experiment/prepare.ts'
import type { HyperArgument } from '../../hyper.ts'
import { single } from '../floats.ts'
import type { Kernels } from '../kernel.ts'
import { makeNetwork } from '../network.ts'
import { doubleKernels, plainKernels } from '../plainKernels.ts'
import reference from './muon.torch.json' with { type: 'json' }
import { orthogonalizer } from './newtonSchulz.ts'
import { newtonSchulz, singularValues } from './singularValues.ts'
import { iterationOf, updatingNetwork } from './updatingMatrices.ts'

interface Training {
  readonly sizes: readonly number[]
  readonly hyper: Readonly<Record<string, HyperArgument>>
  readonly gamma: number
  readonly path: readonly (readonly number[])[]
}
const trainings = reference.trainings as unknown as readonly Training[]

const place = { steps: 1, variables: 6, hasMatrices: true }
const usual = iterationOf(prepareRun({ optimizer: 'muon' }, place).settings)

describe.each(reference.matrices)('a matrix of $rows × $columns', (one) => {
  const matrix = Float64Array.from(one.matrix)

  test('is orthogonalized as it is in torch', () => {
    const { matrix: found } = newtonSchulz(matrix, one, usual)
    one.orthogonal.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 12)
    })
  })

  test('has the singular values of torch, before and after', () => {
    const { before, courses, matrix: found } = newtonSchulz(matrix, one, usual)
    one.before.forEach((value, i) => {
      expect(before[i]).toBeCloseTo(value, 12)
    })
    const after = [...(courses.at(-1) as Float64Array)].sort((a, b) => b - a)
    one.after.forEach((value, i) => {
      expect(after[i]).toBeCloseTo(value, 10)
      expect(singularValues(found, one)[i]).toBeCloseTo(value, 10)
      expect(Math.abs(value - 1)).toBeLessThan(0.35)
    })
  })

  test('keeps the digits of single precision there', () => {
    const narrow = single(matrix.length)
    narrow.set(matrix)
    const found = orthogonalizer(one, plainKernels)(narrow, usual)
    one.orthogonal.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 4)
    })
  })
})

test('a matrix of zeros stays one', () => {
  const { matrix, courses } = newtonSchulz(new Float64Array(6), { rows: 2, columns: 3 }, usual)
  expect([...matrix]).toEqual([0, 0, 0, 0, 0, 0])
  expect(courses).toHaveLength(1 + usual.steps)
})

function train({ sizes, hyper, gamma, path }: Training, kernels: Kernels) {
  const [inputs = 1, ...rest] = sizes
  const hidden = rest.slice(0, -1)
  const architecture = { inputs, hidden, activations: [], outputs: rest.at(-1) as number }
  const network = makeNetwork(architecture, 1, kernels)
  const { parameters, gradient } = network
  const schedule = gamma === 1 ? {} : { schedule: { kind: 'exponential', gamma } }
  const [run] = readTrainingRuns([{ optimizer: 'muon', hyper, ...schedule }], [], {
    steps: path.length,
    variables: parameters.length,
    isFull: false,
  })
  if (!run) throw new Error('no run')
  const update = updatingNetwork(run, network, kernels)
  for (let i = 0; i < parameters.length; i++) parameters[i] = Math.sin(0.3 + i)
  return path.map((_, k) => {
    for (let i = 0; i < gradient.length; i++)
      gradient[i] = 0.1 * (parameters[i] as number) + Math.sin(1 + 0.7 * i + 2 * k)
    update.begin(0)
    update.move()
    return Array.from(parameters)
  })
}

describe.each(trainings)('a network of $sizes with $hyper', (training) => {
  test('goes the way of torch', () => {
    train(training, doubleKernels).forEach((parameters, k) => {
      parameters.forEach((value, i) => {
        expect(value).toBeCloseTo(training.path[k]?.[i] as number, 11)
      })
    })
  })

  test('goes it in single precision too', () => {
    const last = train(training, plainKernels).at(-1) as number[]
    last.forEach((value, i) => {
      expect(value).toBeCloseTo(training.path.at(-1)?.[i] as number, 4)
    })
  })
})

test('a descent has no matrices, and says so', () => {
  expect(() => prepareRun({ optimizer: 'muon' }, { steps: 1, variables: 2 })).toThrow(
    'Muon moves whole weight matrices, which only the network lab has',
  )
})
