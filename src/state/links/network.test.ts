import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { networkParts } from '../../core/experiment/networkParts.ts'
import { prepareNetwork } from '../../core/experiment/networkPrepare.ts'
import { spelledOut } from '../../core/experiment/part.ts'
import { decodeLink } from './decodeLink.ts'
import { beyondLink, encodeLink, forChat } from './encodeLink.ts'

const slides =
  '#/network?data=sine(n=1000,noise=0.1,seed=1)&layers=256:256:256&activation=elu&loss=mse&epochs=512&run=adam(lr=0.001)'

describe('links', () => {
  test('of the slides’ program are read, and written the same', () => {
    const { experiment, complaints } = decodeLink(networkParts, slides)
    expect(complaints).toEqual([])
    expect(experiment).toEqual({
      lab: 'network',
      data: { kind: 'sine', n: 1000, noise: 0.1, seed: 1 },
      layers: [256, 256, 256],
      activation: 'elu',
      loss: 'mse',
      epochs: 512,
      runs: [{ optimizer: 'adam', hyper: { lr: 0.001 } }],
    })
    expect(encodeLink(networkParts, experiment)).toBe(slides)
  })

  test.each([
    '#/network?data=xor(n=200)&split=0.5&standardize=true&layers=8:4&activation=relu:tanh&loss=cross-entropy&init=he&dropout=0.2&batch=10&shuffle=false&epochs=20&seed=3&at=5&run=sgd(lr=0.1,momentum=0.9)@step(step_size=30)&run=adam',
    '#/network?data=points&points=0:1;2:3.5;-1:4&layers=none',
    '#/network?data=points&points=0:1:0;2:3.5:1&run=custom(beta=0.9)&rule=m=beta*m+g;x=x-lr*m',
    '#/network?data=points',
    '#/network?layers=none&weights=-0.5;0.125',
  ])('%s comes back', (link) => {
    const { experiment, complaints } = decodeLink(networkParts, link)
    expect(complaints).toEqual([])
    expect(encodeLink(networkParts, experiment)).toBe(link)
  })

  test('a bare key is true, and points alone are points', () => {
    const { experiment } = decodeLink(networkParts, '#/network?points=1:2;3:4&standardize')
    expect(experiment).toMatchObject({
      data: { kind: 'points', inputs: [[1], [3]], targets: [[2], [4]] },
      standardize: true,
    })
  })

  test('more points than fit stay in the file', () => {
    const inputs = Array.from({ length: 5000 }, (_, i) => [i])
    const data = { kind: 'points', inputs, targets: inputs } as const
    expect(encodeLink(networkParts, { data })).toBe('#/network?data=points')
  })

  const points = (n: number) => {
    const inputs = Array.from({ length: n }, (_, i) => [i % 10])
    return { kind: 'points', inputs, targets: inputs } as const
  }
  const weights = (n: number) => [Array<number>(n).fill(0.5)]

  test.each([
    [{ data: points(2000), weights: weights(1000) }, undefined],
    [{ data: points(2001) }, 'these points: keep them as JSON'],
    [{ weights: weights(1001) }, 'these weights: keep them as JSON'],
    [{ data: points(2001), weights: weights(1001) }, 'these points and weights: keep'],
    [{ data: { kind: 'points', inputs: [[0]], targets: [[1, 2]] } }, 'these points: keep'],
    [
      {
        data: points(2000),
        weights: weights(1000),
        runs: [{ optimizer: 'custom', rule: `x = x - lr*g # ${'long '.repeat(200)}` }],
      },
      'A link has at most 16,384 characters: save the experiment as a file',
    ],
  ] as const)('what a link does not say is told, and nothing else: %#', (experiment, words) => {
    const told = beyondLink(networkParts, experiment as NetworkExperiment)
    if (words) expect(told).toContain(words)
    else expect(told).toBeUndefined()
    const link = encodeLink(networkParts, experiment as NetworkExperiment, forChat)
    const { experiment: read } = decodeLink(networkParts, link)
    const isWhole = JSON.stringify(read) === JSON.stringify({ lab: 'network', ...experiment })
    expect(isWhole).toBe(words === undefined)
  })

  test('more weights than fit stay in the file, and the link says so', () => {
    const weights = Array.from({ length: 8 }, () => Array<number>(300).fill(0.125))
    const link = encodeLink(networkParts, { weights })
    expect(link).toBe('#/network?weights=file')
    const { experiment, complaints } = decodeLink(networkParts, link)
    expect(experiment).not.toHaveProperty('weights')
    expect(complaints.join()).toContain('the weights are too many for a link')
  })

  test.each([
    ['data=sine(n=many)', 'n, noise, seed must be numbers'],
    ['data=sine(m=3)', 'data have n, noise, seed, not m'],
    ['data=sine&points=1:2', '`points=1:2` in the link belongs to `data=points` alone'],
    ['points=1:2;3', 'point 2 is not written as its inputs and its target'],
    ['layers=8:x', '`layers=8:x` in the link cannot be read'],
    ['batch=0', '`batch=0` in the link cannot be read: it must be full, or a whole number'],
    ['shuffle=maybe', 'it must be true or false'],
    ['dropout=2', 'it must be a number from 0 to 1'],
    ['steps=9', '`steps` in the link is not known and was ignored'],
  ])('what cannot be read is named: %s', (pair, words) => {
    const { complaints } = decodeLink(networkParts, `#/network?${pair}`)
    expect(complaints.join()).toContain(words)
  })
})

test('what is left out has its default', () => {
  const { architecture, dataset, loss, pace, epochs, runs } = prepareNetwork({})
  expect(architecture).toEqual({
    inputs: 1,
    hidden: [16, 16],
    activations: ['tanh', 'tanh'],
    outputs: 1,
  })
  expect([dataset.training.count, dataset.validation.count]).toEqual([800, 200])
  expect({ loss, batch: pace.most, epochs, run: runs[0]?.label }).toEqual({
    loss: 'mse',
    batch: 800,
    epochs: 100,
    run: 'SGD',
  })
  expect(prepareNetwork({ data: { kind: 'spirals3' } })).toMatchObject({
    loss: 'cross-entropy',
    classes: 3,
    architecture: { inputs: 2, outputs: 3 },
  })
  expect(spelledOut(networkParts, {})).toEqual({
    lab: 'network',
    data: { kind: 'sine', n: 1000, noise: 0.1, seed: 0 },
    layers: [16, 16],
    activation: 'tanh',
    loss: 'mse',
    epochs: 100,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.001 } }],
  })
})

const own = (targets: number[][], inputs = targets.map((_, i) => [i])) => ({
  data: { kind: 'points', inputs, targets },
})

test.each([
  [{ data: { kind: 'cosine' } }, 'There is no data "cosine"; there are sine, linear'],
  [{ data: { kind: 'sines' } }, 'did you mean "sine"?'],
  [{ data: { kind: 'sine', n: 0 } }, 'from 1 to 100,000 points'],
  [own([]), 'There are no points yet'],
  [own([[1], [2]], [[0]]), 'there are inputs of 1 and targets of 2'],
  [own([[1], [2, 3]]), 'Point 2 has 2 targets, the first one has 1'],
  [own([[1], [Number.NaN]]), 'The targets of point 2 must be numbers'],
  [{ ...own([[0], [0.5]]), loss: 'cross-entropy' }, 'the target of point 2 is none'],
  [{ ...own([[99]]), loss: 'cross-entropy' }, 'At most 16 classes'],
  [{ loss: 'cross-entropy' }, 'and sine has none'],
  [{ loss: 'mae' }, 'There is no loss "mae"'],
  [{ split: 0 }, 'Nothing is left to learn from'],
  [{ layers: [0] }, 'from 1 to 256 units'],
  [{ layers: [2, 2, 2, 2, 2, 2, 2] }, 'at most 6 hidden layers'],
  [{ layers: [2], activation: ['relu', 'elu'] }, '1 hidden layer, but 2 activations'],
  [{ activation: 'Relu' }, 'did you mean "relu"?'],
  [{ init: 'ones' }, 'There is no initialization "ones"'],
  [{ dropout: 1 }, 'choose a dropout below 1'],
  [{ epochs: 1e6 }, 'At most 100,000 epochs'],
  [{ layers: [256, 256, 256, 256], epochs: 1e5 }, 'would take days'],
  [{ at: 101 }, 'There is no step 101 in 100 steps'],
  [{ runs: [] }, 'at least one run'],
  [{ runs: [{ optimizer: 'newton' }] }, 'Newton trains no network here'],
  [{ runs: [{ optimizer: 'lbfgs' }], batch: 8 }, 'choose batch full'],
  [{ runs: [{ optimizer: 'sgd', from: { run: 0, step: 1 } }] }, 'does not branch off'],
  [{ runs: [{ optimizer: 'sgd', hyper: { lr: -1 } }] }, 'must not be below 0'],
  [{ f: 'x' }, 'with "f" cannot be run'],
])('%j cannot be trained: %s', (experiment, words) => {
  expect(() => prepareNetwork(experiment as NetworkExperiment)).toThrow(words)
})
