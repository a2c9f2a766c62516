// Trainings by Muon that are exported in the tests: two optimizers in each of them.
import type { RunSpec } from '../../experiment/experiment.ts'
import type { NetworkExperiment } from '../../experiment/networkExperiment.ts'

export const muon = (lr: number, more: NonNullable<RunSpec['hyper']> = {}) => ({
  optimizer: 'muon',
  hyper: { lr, ...more },
})
const usual = { lab: 'network', epochs: 20, seed: 3 } as const
const moons = { kind: 'moons', n: 50, noise: 0.2, seed: 2 } as const

export const muonTrainings: Readonly<Record<string, NetworkExperiment>> = {
  'Muon for the matrices, AdamW for the biases: batches, schedules, all its arguments, a mistake': {
    ...{ ...usual, data: moons, layers: [7, 3], batch: 16 },
    runs: [
      muon(0.02),
      { ...muon(0.05), schedule: { kind: 'cosine', T_max: 40 } },
      { ...muon(0.02), schedule: { kind: 'one-cycle', max_lr: 0.05 } },
      { ...muon(0.02), schedule: { kind: 'plateau', patience: 1, factor: 0.7 } },
      { ...muon(0.05), schedule: { kind: 'inverse-sqrt', warmup: { steps: 7 } } },
      muon(0.01, { momentum: 0, weight_decay: 0, adjust_lr_fn: 'match_rms_adamw' }),
      muon(0.02, { nesterov: false, ns_steps: 3, ns_coefficients: [2, -1.5, 0.5], eps: 1 }),
      { ...muon(0.001), bugs: ['no-zero-grad'] },
    ],
  },
  'Muon with other settings on the way, its rates under a schedule of ours and of PyTorch’s': {
    ...{ ...usual, data: moons, layers: [6, 6], batch: 9 },
    runs: [
      muon(0.02),
      { ...muon(0.02), schedule: { kind: 'exponential', gamma: 0.99 } },
      { ...muon(0.02, { momentum: 0 }), schedule: { kind: 'plateau', patience: 2 } },
    ],
    changes: [
      { at: 7, hyper: { lr: 0.05 } },
      { at: 20, hyper: { momentum: 0.5, nesterov: false } },
      { at: 11, run: 1, hyper: { lr: 0.01, weight_decay: 0 } },
      { at: 13, run: 2, hyper: { momentum: 0.9, ns_steps: 2 } },
      { at: 30, batch: 'full' },
    ],
  },
  'Muon with full batches and dropout': {
    ...{
      ...usual,
      data: { kind: 'sine', n: 60, seed: 1 },
      layers: [8, 8],
      dropout: 0.2,
      runs: [muon(0.02)],
    },
  },
}
