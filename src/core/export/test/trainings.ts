// Trainings that are exported in the tests: each kind of data, network, batch, optimizer and schedule in some of them.
import type { NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { muon, muonTrainings } from './muonTrainings.ts'

const sgd = (lr: number) => ({ optimizer: 'sgd', hyper: { lr } })
const adam = (lr: number) => ({ optimizer: 'adam', hyper: { lr } })
const usual = { lab: 'network', epochs: 20, seed: 3 } as const
const sine = { kind: 'sine', n: 60, seed: 1 } as const
const moons = { kind: 'moons', n: 50, noise: 0.2, seed: 2 } as const

export const trainings: Readonly<Record<string, NetworkExperiment>> = {
  'the lecture’s program, smaller': {
    ...{ ...usual, data: sine, layers: [16, 16, 16], activation: 'elu', runs: [adam(0.01)] },
  },
  'three spirals, shuffled batches, two runs of one optimizer': {
    ...{ ...usual, data: { kind: 'spirals3', n: 90 }, layers: [12, 8], activation: 'tanh' },
    ...{ batch: 16, runs: [sgd(0.3), sgd(0.1), { optimizer: 'rmsprop', hyper: { lr: 0.01 } }] },
  },
  'batches in order, an activation for each layer, He, standardized': {
    ...{ ...usual, data: moons, layers: [6, 5, 4, 3], init: 'he', standardize: true },
    ...{ activation: ['leaky-relu', 'gelu', 'silu', 'linear'], batch: 7, shuffle: false },
    runs: [adam(0.01)],
  },
  'other settings on the way: rates under a schedule, momentum, batches in the middle of an epoch':
    {
      ...{ ...usual, data: moons, layers: [6], batch: 9 },
      runs: [
        { ...adam(0.02), schedule: { kind: 'exponential', gamma: 0.99 } },
        { optimizer: 'sgd', hyper: { lr: 0.2, momentum: 0.9 } },
      ],
      changes: [
        { at: 7, hyper: { lr: 0.05 } },
        { at: 7, batch: 16 },
        { at: 20, run: 1, hyper: { lr: 0.05, momentum: 0.5, nesterov: true } },
        { at: 33, batch: 'full' },
        { at: 40, hyper: { betas: [0.8, 0.99] } },
      ],
    },
  'what was switched off is switched on: rates and averages of 0': {
    ...{ ...usual, data: moons, layers: [6], batch: 9 },
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.02, betas: [0, 0.99] } },
      { optimizer: 'adamw', hyper: { lr: 0 } },
      { optimizer: 'sgd', hyper: { lr: 0.1 } },
      muon(0),
    ],
    changes: [
      { at: 17, hyper: { betas: [0.9, 0.99] } },
      { at: 18, run: 1, hyper: { lr: 0.02 } },
      { at: 19, run: 2, hyper: { momentum: 0.9 } },
      { at: 20, run: 3, hyper: { lr: 0.02 } },
    ],
  },
  'dropout in batches': {
    ...{ ...usual, data: moons, layers: [9, 7], activation: ['relu', 'linear'], dropout: 0.3 },
    ...{ batch: 10, init: 'xavier', runs: [adam(0.01), sgd(0.1)] },
  },
  'L-BFGS with its search, and with a schedule': {
    // What is rounded off grows a thousandfold in twenty iterations.
    ...{ ...usual, data: sine, layers: [8], activation: 'softplus', epochs: 8 },
    runs: [
      { optimizer: 'lbfgs', hyper: { lr: 0.5, max_iter: 4, line_search_fn: 'strong_wolfe' } },
      {
        optimizer: 'lbfgs',
        hyper: { lr: 0.2, max_iter: 4 },
        schedule: { kind: 'exponential', gamma: 0.9 },
      },
    ],
  },
  'dropout, and batches that are full at times: these are not shuffled': {
    ...{ ...usual, data: moons, layers: [6], activation: 'tanh', dropout: 0.5, epochs: 8 },
    ...{ batch: 'full', runs: [sgd(0.05)] },
    changes: [
      { at: 2, batch: 16 },
      { at: 7, batch: 'full' },
    ],
  },
  'dropout and L-BFGS: the same units in all of a step': {
    ...{ ...usual, data: sine, layers: [8], dropout: 0.25, epochs: 6 },
    runs: [{ optimizer: 'lbfgs', hyper: { lr: 0.3 } }],
  },
  'schedules of PyTorch’s, once for each batch': {
    ...{ ...usual, data: moons, layers: [5], activation: 'sigmoid', batch: 16 },
    runs: [
      { ...sgd(0.5), schedule: { kind: 'one-cycle', max_lr: 1 } },
      { ...adam(0.05), schedule: { kind: 'plateau', patience: 2, factor: 0.5 } },
      { ...sgd(0.5), schedule: { kind: 'step', step_size: 20, warmup: { steps: 9 } } },
      { ...sgd(0.3), schedule: { kind: 'inverse-sqrt' } },
    ],
  },
  'a rule of one’s own, with the loss in it; a mistake; what PyTorch has not': {
    ...{ ...usual, data: { kind: 'plane', n: 40 }, layers: [4], batch: 12 },
    runs: [
      {
        optimizer: 'custom',
        rule: 'm = beta*m + max(g, -1, -2)*(1 + f)\nx = x - lr*m/(1 + abs(x))',
        hyper: { beta: 0.9, lr: 0.01 },
      },
      { ...adam(0.01), bugs: ['no-bias-correction'] },
      { ...sgd(0.003), bugs: ['no-zero-grad'] },
      { optimizer: 'lion', hyper: { lr: 0.003 } },
    ],
  },
  ...muonTrainings,
  'points of one’s own with three inputs and two targets, the reference’s generator': {
    ...{ ...usual, init: 'lcg', layers: [7], split: 0.7, standardize: true, runs: [sgd(0.1)] },
    data: {
      kind: 'points',
      inputs: Array.from({ length: 20 }, (_, i) => [i, (i * 7) % 5, 1]),
      targets: Array.from({ length: 20 }, (_, i) => [i / 10, -((i * 3) % 4)]),
    },
  },
  'classes as numbers, all points learned from': {
    ...{ ...usual, data: { kind: 'xor', n: 40 }, loss: 'mse', split: 1, layers: [6] },
    runs: [adam(0.05)],
  },
  'no hidden layer, zeros': {
    ...{ ...usual, data: { kind: 'gaussians', n: 40 }, layers: [], init: 'zeros', batch: 8 },
    runs: [sgd(0.1)],
  },
  'weights that were set': {
    ...{ ...usual, data: { kind: 'linear', n: 30 }, layers: [2], runs: [sgd(0.1)] },
    weights: [[0.5, -0.25], [0.1, 0], [1, -1.5], [0.125]],
  },
  'what diverges': {
    ...usual,
    data: sine,
    activation: 'relu',
    batch: 5,
    runs: [sgd(50), sgd(1e9)],
  },
  'no epoch': { ...usual, data: sine, epochs: 0 },
  'so large that it is computed in single precision': {
    ...{ ...usual, data: sine, layers: [104, 104], activation: 'elu', runs: [adam(0.001)] },
  },
}
