// core/export/torch/network/: a training as a PyTorch script: model, data, batches, loops.
//
// The script of a training: it prints what trainNetwork computes.
import type { NetworkExperiment } from '../../../experiment/networkExperiment.ts'
import { type PreparedNetwork, prepareNetwork } from '../../../experiment/networkPrepare.ts'
import { sizeOf } from '../../../networks/network.ts'
import { trainingHeader } from '../../networkCsv.ts'
import { definitions } from '../definitions.ts'
import { callsScalar, importsOf, scalar } from '../imports.ts'
import { comment, decimal, made, quoted } from '../literal.ts'
import { philoxText, uniformText } from '../philox.ts'
import { dataText } from './data.ts'
import { legsOfRun, sizesOf, stepsOf } from './legs.ts'
import { beginText, dropoutText, modelText, weightsFile } from './model.ts'
import { trainingText } from './run.ts'
import { batchesText, criterionText, isAlwaysFull, measuredText, writeRows } from './training.ts'

/**
 * @throws ExperimentError if there is nothing to train
 */
export function networkScript(experiment: NetworkExperiment): string {
  const parts = networkScriptParts(experiment, { write: `${decimal}\n\n\n${writeRows}` })
  const { prepared, imports, chance, model, training, write, data, runs } = parts
  const { inputs, hidden, outputs } = prepared.architecture
  const head = `${comment(`A network of ${[inputs, ...hidden, outputs].join(', ')} units`)}
${made} Prints each run as CSV: before each epoch, and at the end, what is measured.
# If ${weightsFile} lies beside it, training begins with those weights: nested lists by the names of state_dict().
${imports}`
  const last = [`print(${quoted(trainingHeader)})`, ...runs].join('\n\n')
  return `${[head, ...chance, ...model, ...training, write, data, last].join('\n\n\n')}\n`
}

export interface NetworkScriptParts {
  readonly prepared: PreparedNetwork
  readonly imports: string
  /** What is drawn, if anything is. */
  readonly chance: readonly string[]
  readonly model: readonly string[]
  /** Batches, what is measured, optimizers of our own. */
  readonly training: readonly string[]
  readonly write: string
  readonly data: string
  /** A block for each run. */
  readonly runs: readonly string[]
}

interface Writing {
  /** The definition of `write(run, rows)`, which each run ends with. */
  readonly write: string
  /** A line for the loop of a run, before each epoch and after the last one. */
  readonly look?: (run: string) => string
}

/**
 * The parts of the script of a training.
 * @throws ExperimentError if there is nothing to train
 */
export function networkScriptParts(
  experiment: NetworkExperiment,
  { write, look }: Writing,
): NetworkScriptParts {
  const prepared = prepareNetwork(experiment)
  const sizes = sizesOf(prepared)
  const isFull = isAlwaysFull(sizes, prepared)
  const defined = definitions()
  const place = {
    steps: stepsOf(prepared),
    variables: sizeOf(prepared.architecture),
    definitions: defined,
  }
  const runs = prepared.runs.map((_, i) =>
    trainingText(legsOfRun(prepared, i), {
      ...{ prepared, place, sizes, isFull },
      ...(look !== undefined && { look }),
    }),
  )
  const classes = defined.texts()
  const model = modelTexts(prepared)
  const training = [
    criterionText(prepared),
    ...(isFull ? [] : [batchesText(prepared, sizes)]),
    measuredText(prepared),
    ...(callsScalar([...classes, ...runs].join('\n')) ? [scalar] : []),
    ...classes,
  ]
  const data = dataText(prepared)
  return {
    ...{ prepared, model, training, write, data, runs },
    imports: importsOf([...model, ...training, write, data, ...runs].join('\n')),
    chance: chanceFor([...model, ...training].join('\n')),
  }
}

const modelTexts = (prepared: PreparedNetwork): readonly string[] => [
  ...(prepared.dropout > 0 ? [dropoutText(prepared)] : []),
  modelText(prepared),
  beginText(prepared),
]

const chanceFor = (text: string): readonly string[] => [
  ...(/\b(uniform|philox)\(/.test(text) ? [philoxText] : []),
  ...(/\buniform\(/.test(text) ? [uniformText] : []),
]
