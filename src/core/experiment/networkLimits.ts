// What is trained at most. They stand apart from the other limits: only who opens the network lab loads them.
import { counted } from '../number.ts'

export const networkLimits = {
  layers: { most: 6, words: 'A network has at most 6 hidden layers: leave some out' },
  units: { most: 256, words: 'A hidden layer has from 1 to 256 units' },
  points: {
    most: 100_000,
    words: `There must be from 1 to ${counted(100_000)} points: leave some out`,
  },
  columns: { most: 16, words: 'A point has from 1 to 16 inputs, and from 1 to 16 targets' },
  classes: { most: 16, words: 'At most 16 classes can be told apart: classes count from 0' },
  epochs: { most: 100_000, words: `At most ${counted(100_000)} epochs can be run` },
  /** Multiplications of one step, in single precision: some 2 s, and a worker that says nothing for 3 s is taken for dead. */
  step: {
    most: 1e10,
    words: 'So large a batch would take seconds for each step: choose a smaller batch or network',
  },
  /** Multiplications of all steps of all runs: some hours. */
  work: {
    most: 1e14,
    words: 'So much training would take days: choose fewer epochs, points or units',
  },
} as const
