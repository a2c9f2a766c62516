// A training in a notebook: model, data, loops, then the curves, what the networks answer, and how they came to it.
import type { NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { completedNetwork } from '../../experiment/networkParts.ts'
import type { PreparedNetwork } from '../../experiment/networkPrepare.ts'
import { dataKinds } from '../../networks/data/index.ts'
import { sizeOf } from '../../networks/network.ts'
import { counted } from '../../number.ts'
import { networkScriptParts } from '../torch/network/script.ts'
import { type Cell, code, words } from './cells.ts'
import { drawingOf } from './networkDrawing.ts'
import { curves, filmOfAnswers, keeping, picture } from './networkPicture.ts'

/** @throws ExperimentError if there is nothing to train */
export function networkCells(experiment: NetworkExperiment): readonly Cell[] {
  const parts = networkScriptParts(experiment, {
    write: keptRows,
    look: (run) => `look(${run}, model, rows)`,
  })
  const { prepared, imports, chance, model, training, write, data, runs } = parts
  return [
    words(
      `# A network of ${unitsOf(prepared)} units learns ${learned(experiment)}`,
      `Made by Descent. ${counted(sizeOf(prepared.architecture))} parameters, trained for ${counted(prepared.epochs)} ` +
        'epochs by PyTorch in double precision; below are the losses, what the network answers, and how it came to that. ' +
        'Run the cells from top to bottom; torch, numpy and matplotlib are all that they need.',
    ),
    code(`${imports}\n\nimport matplotlib.pyplot as plt\nimport numpy as np`),
    words(
      '## The data',
      'Every point of the experiment. The network never sees those that judge it.',
    ),
    code(data),
    words(
      '## The network',
      'Linear layers with activations between them. It begins in the same way each time, so that runs can be compared.',
    ),
    code(...chance, ...model),
    words('## What the loop needs', loopWords(prepared)),
    code(...training),
    words(
      '## What is kept',
      'The losses before each epoch, and now and then what the network answers.',
    ),
    code(write, ...keeping(prepared)),
    ...runs.flatMap((block, i) => [
      words(
        `## ${prepared.runs[i]?.label}`,
        'The loop that trains any network: forward, backward, step.',
      ),
      code(block),
    ]),
    words(
      '## The losses',
      'Where the dashed line turns up while the other one falls, overfitting starts.',
    ),
    code(curves(prepared)),
    words('## What the network answers', pictureWords(prepared)),
    code(drawingOf(prepared), picture),
    words('## How it came to that'),
    code(filmOfAnswers),
    words(
      '## Now you',
      'Change the learning rate, or the layers of `MLP`, and run the cells from there again. How few units are enough?',
    ),
  ]
}

const unitsOf = ({ architecture: { inputs, hidden, outputs } }: PreparedNetwork): string =>
  [inputs, ...hidden, outputs].join('–')

function learned(experiment: NetworkExperiment): string {
  const { data } = completedNetwork(experiment)
  const kind = dataKinds.find(({ id }) => id === data.kind)
  return kind ? `“${kind.name}”` : 'points of one’s own'
}

const loopWords = ({ loss }: PreparedNetwork): string =>
  loss === 'mse'
    ? 'The loss is the mean of the squared errors.'
    : 'Cross-entropy: how surprised the network is by the right classes.'

function pictureWords({ architecture: { inputs } }: PreparedNetwork): string {
  if (inputs === 1) return 'Along the input, with the points that it should come near to.'
  if (inputs === 2) return 'Over the plane of both inputs, with the points in the same colours.'
  return 'At the points themselves, for there are too many inputs for a plane.'
}

/** What each run of the script ends with. */
const keptRows = `curves = {}


def write(run, rows):
    # Where the script prints its table, the notebook keeps it.
    curves[run] = [row for row in rows if math.isfinite(row[0])]
    if curves[run]:
        print(f'{run}: {len(curves[run]) - 1} epochs, from a loss of {curves[run][0][0]:.6g} to {curves[run][-1][0]:.6g}')`
