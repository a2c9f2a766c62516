// The parts of a network experiment: the table that checks, files and links come from.
import type { RunSpec } from './experiment.ts'
import { isCount, isListOf, isNumber, isRecord, isText, wellFormed } from './form.ts'
import { changesInLinks, isChange } from './networkChanges.ts'
import { isDataSpec, spelledData, usualData, usualLoss } from './networkData.ts'
import { dataInLinks } from './networkDataInLinks.ts'
import { type NetworkExperiment, networkId } from './networkExperiment.ts'
import { aBatch, aSwitch, layerText, weightText, wordText } from './networkTexts.ts'
import { complete, type InLinks, type Parts, partOf } from './part.ts'
import { withRate } from './parts.ts'
import { runParts } from './runParts.ts'
import { runsInLinks } from './runsInLinks.ts'
import { aWord, numberThat } from './texts.ts'

const part = partOf<NetworkExperiment>()
const share = (value: unknown) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 1
const isFlag = (value: unknown) => typeof value === 'boolean'
const usualRuns: readonly RunSpec[] = [{ optimizer: 'sgd' }]

/** Runs are said as those of a descent are. */
const runs: InLinks<NetworkExperiment, readonly RunSpec[]> = {
  keys: runsInLinks.keys,
  read: (said) => runsInLinks.read(said, {}),
  write: (value) => runsInLinks.write(value, { f: '' }),
}

const wholeNumber = { fits: isCount, words: 'a whole number, 0 or more' }
const yesOrNo = { fits: isFlag, words: 'true or false' }

const modelParts: Parts<NetworkExperiment> = [
  part('layers', {
    form: {
      fits: isListOf(isNumber),
      words: 'the units of each hidden layer',
      example: [16, 16],
    },
    text: layerText,
    otherwise: () => [16, 16],
    spelled: (layers) => layers,
  }),
  part('activation', {
    form: {
      fits: (value) => isText(value) || isListOf(isText)(value),
      words: 'an activation, or one for each hidden layer',
      example: 'elu',
    },
    text: wordText,
    otherwise: () => 'tanh',
    spelled: (activation) => activation,
  }),
  part('loss', {
    form: { fits: isText, words: 'mse or cross-entropy' },
    text: aWord,
    otherwise: ({ data = usualData }) => usualLoss(data),
    spelled: (loss) => loss,
  }),
  part('init', {
    form: { fits: isText, words: 'torch, xavier, he, zeros or lcg' },
    text: aWord,
    silent: 'torch',
    otherwise: () => 'torch',
  }),
  part('weights', {
    form: {
      fits: isListOf(isListOf(isNumber)),
      words: 'a list of numbers for each weight and each bias',
      example: [[1, -1], [0, 0], [0.5, 0.5], [0]],
    },
    text: weightText,
  }),
  part('dropout', {
    form: { fits: share, words: 'a number from 0 to 1' },
    text: numberThat(share),
    silent: 0,
    otherwise: () => 0,
  }),
]

const trainingParts: Parts<NetworkExperiment> = [
  part('batch', {
    form: {
      fits: (value) => value === 'full' || (isCount(value) && value !== 0),
      words: 'full, or a whole number of points',
    },
    text: aBatch,
    silent: 'full',
    otherwise: () => 'full' as const,
  }),
  part('shuffle', { form: yesOrNo, text: aSwitch, silent: true, otherwise: () => true }),
  part('epochs', {
    form: wholeNumber,
    text: numberThat(isCount),
    otherwise: () => 100,
    spelled: (epochs) => epochs,
  }),
  part('seed', { form: wholeNumber, text: numberThat(isCount), silent: 0, otherwise: () => 0 }),
  part('at', {
    form: wholeNumber,
    text: numberThat(isCount),
    silent: 0,
    scenic: true,
    spelled: (at) => at || undefined,
  }),
  part('runs', {
    form: {
      fits: isListOf(isRecord),
      words: 'a list of runs',
      example: [{ optimizer: 'adam' }],
      kept: (given, place, tell) =>
        given.map((run) => wellFormed(runParts, { ...run }, `a run of ${place}`, tell) as RunSpec),
    },
    link: runs,
    otherwise: () => usualRuns,
    spelled: (given) => given.map(withRate),
  }),
  part('changes', {
    form: {
      fits: isListOf(isChange),
      words: 'a list of changes',
      example: [{ at: 120, hyper: { lr: 0.01 } }],
    },
    link: changesInLinks,
    otherwise: () => [],
    spelled: (changes) => (changes.length ? changes : undefined),
  }),
]

export const networkParts: Parts<NetworkExperiment> = [
  part('lab', {
    form: { fits: isText, words: 'the name of a lab' },
    otherwise: () => networkId,
    spelled: (lab) => lab,
  }),
  part('data', {
    form: { fits: isDataSpec, words: 'a kind of data', example: { kind: 'sine', n: 1000 } },
    link: dataInLinks,
    otherwise: () => usualData,
    spelled: spelledData,
  }),
  part('split', {
    form: { fits: share, words: 'a number from 0 to 1' },
    text: numberThat(share),
    silent: 0.8,
    otherwise: () => 0.8,
  }),
  part('standardize', { form: yesOrNo, text: aSwitch, silent: false, otherwise: () => false }),
  ...modelParts,
  ...trainingParts,
]

type Completed = NetworkExperiment & Required<Omit<NetworkExperiment, 'at' | 'weights'>>

/** The experiment with what is meant where it says nothing. */
export const completedNetwork = (experiment: NetworkExperiment): Completed =>
  complete(networkParts, experiment) as Completed
