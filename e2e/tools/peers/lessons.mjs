// e2e/tools/peers/: networks that others train, beside ours: same points, same first parameters, same batches.
//
// What is learned: an experiment of ours, and all that who has no experiments must know of it.
import { prepareNetwork } from '../../../src/core/experiment/networkPrepare.ts'
import { initializations } from '../../../src/core/networks/initial.ts'
import { makeNetwork } from '../../../src/core/networks/network.ts'
import { plainKernels } from '../../../src/core/networks/plainKernels.ts'

/**
 * Numbers row by row, parameters in PyTorch's order.
 * @typedef {{
 *   experiment: import('../../../src/core/experiment/networkExperiment.ts').NetworkExperiment,
 *   sizes: number[],
 *   activation: 'elu' | 'tanh',
 *   optimizer: 'adam' | 'sgd',
 *   lr: number,
 *   batch: number,
 *   x: number[],
 *   targets: number[],
 *   parameters: number[],
 * }} Lesson
 */

/** More epochs than anybody trains for. */
const endless = 100_000
const seed = 1
const usual = { lab: 'network', split: 1, standardize: false, shuffle: false, loss: 'mse', seed }

/** The network of the slides. */
export const slides = {
  ...usual,
  data: { kind: 'sine', n: 1000, noise: 0.1, seed },
  layers: [256, 256, 256],
  activation: 'elu',
  batch: /** @type {const} */ ('full'),
  runs: [{ optimizer: 'adam', hyper: { lr: 0.001 } }],
}

const small = {
  ...usual,
  data: { kind: 'plane', n: 500, noise: 0.1, seed },
  layers: [8, 8],
  activation: 'tanh',
  batch: 10,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.03 } }],
}

/** @param {typeof slides | typeof small} said @returns {Lesson} */
function lessonOf(said) {
  const experiment = { ...said, init: 'lcg', epochs: endless }
  const { architecture, dataset, init, pace } = prepareNetwork(experiment)
  const network = makeNetwork(architecture, 1, plainKernels)
  initializations[init](network, seed)
  const [run] = said.runs
  return {
    experiment,
    sizes: [architecture.inputs, ...architecture.hidden, architecture.outputs],
    activation: /** @type {Lesson['activation']} */ (said.activation),
    optimizer: /** @type {Lesson['optimizer']} */ (run?.optimizer),
    lr: run?.hyper.lr ?? 0,
    batch: pace.most,
    x: [...dataset.training.inputs],
    targets: [...dataset.training.targets],
    parameters: [...network.parameters],
  }
}

export const lessons = () => ({ large: lessonOf(slides), small: lessonOf(small) })
