// Descents in a notebook: what runs, each run, the picture with all paths, and how they came about.
import type { Experiment } from '../../experiment/experiment.ts'
import { prepare } from '../../experiment/prepare.ts'
import { lossSymbol } from '../../formulas/lossSymbol.ts'
import { latex } from '../../language/latex/latex.ts'
import { plainLeaf, symbol } from '../../language/latex/symbol.ts'
import type { Loss } from '../../loss/loss.ts'
import { counted, exactFigures, plain } from '../../number.ts'
import { scriptParts } from '../torch/script.ts'
import { type Cell, code, words } from './cells.ts'
import { animation, picture } from './picture.ts'

/** @throws ExperimentError if the experiment cannot start */
export function descentCells(experiment: Experiment): readonly Cell[] {
  const prepared = prepare(experiment)
  const { loss, start, runs } = prepared
  const { imports, definitions, runs: blocks } = scriptParts(experiment, keeping(loss))
  const [definition = '', ...others] = definitions
  const at = loss.variables.map((name, i) => `${name} = ${plain(start[i] as number, exactFigures)}`)
  return [
    words(
      `# ${runs.map(({ label }) => label).join(', ')} on a function of ${loss.variables.join(' and ')}`,
      `$$${formulaOf(loss)}$$`,
      `Made by Descent. ${runs.length > 1 ? `${runs.length} runs start` : 'The run starts'} at ${at.join(', ')}. ` +
        'PyTorch computes every step here, in double precision; below are the paths as a picture and as an animation. ' +
        'Run the cells from top to bottom; torch, numpy and matplotlib are all that they need.',
    ),
    code(
      `${imports}\n\nimport matplotlib.pyplot as plt\nimport numpy as np\nfrom matplotlib.colors import BoundaryNorm`,
    ),
    words(
      '## The function',
      'As PyTorch sees it: it takes the point apart and gives one number back.',
    ),
    code(definition),
    words('## What is kept', 'Before each step the point, the loss and its gradient there.'),
    code(...others),
    ...blocks.flatMap((block, i) => [
      words(
        `## ${runs[i]?.label}`,
        'The loop that trains any network, too: forward, backward, step.',
      ),
      code(block),
    ]),
    words('## How they end'),
    code(ends),
    words(
      '## The picture',
      loss.variables.length === 1
        ? 'The paths on the curve, and the loss over the steps.'
        : 'The paths over lines of equal height, and the loss over the steps.',
    ),
    code(...picture(prepared, experiment)),
    words('## Step by step'),
    code(animation),
    words(
      '## Now you',
      `Change a learning rate or the start above and run the cells again. ${counted(prepared.steps)} steps are asked for; what happens with twice as many?`,
    ),
  ]
}

const formulaOf = ({ variables, written }: Loss): string =>
  `${lossSymbol(variables)}(${variables.map((name) => symbol(name).text).join(', ')}) = ${latex(written, { leaf: plainLeaf })}`

/** What each run of the script ends with. */
const keeping = ({ variables }: Loss) => `paths = {}
loss_at = ${variables.length}


def write(run, rows, rates):
    # Where the script prints its table, the notebook keeps it.
    paths[run] = rows
    print(f'{run}: {len(rows) - 1} steps, from a loss of {rows[0][loss_at]:.6g} to {rows[-1][loss_at]:.6g}')`

const ends = `for run, rows in paths.items():
    *point, loss = rows[-1][:loss_at + 1]
    print(run, 'ends at', tuple(round(value, 6) for value in point), 'with a loss of', round(loss, 6))`
