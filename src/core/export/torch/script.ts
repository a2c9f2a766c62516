// core/export/torch/: an experiment as a PyTorch script, one file for each part of it.
//
// The way back to PyTorch: an experiment as a script that prints the same points.
import type { Experiment } from '../../experiment/experiment.ts'
import { type GraphExperiment, isOfGraph } from '../../experiment/graphExperiment.ts'
import { isOfNetwork, type NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { prepare } from '../../experiment/prepare.ts'
import { header } from '../csv.ts'
import { definitions } from './definitions.ts'
import { functionText } from './function.ts'
import { graphScript } from './graph.ts'
import { callsScalar, importsOf, scalar } from './imports.ts'
import { comment, decimal, made, quoted } from './literal.ts'
import { networkScript } from './network/script.ts'
import { noiseTexts } from './noise.ts'
import { runText } from './run.ts'

/**
 * An experiment as a Python script that needs torch alone and prints the CSV of its runs; of a graph, its variables with
 * their gradients.
 * @throws ExperimentError if it cannot start
 */
export function torchScript(experiment: Experiment | GraphExperiment | NetworkExperiment): string {
  if (isOfGraph(experiment)) return graphScript(experiment)
  return isOfNetwork(experiment) ? networkScript(experiment) : descentScript(experiment)
}

function descentScript(experiment: Experiment): string {
  const { imports, definitions, header: columns, runs } = scriptParts(experiment, write)
  const head = `${comment(`f = ${experiment.f}`)}
${made} Prints each run as CSV: the point before each step, the loss and its gradient there.
${imports}`
  const sections = [head, ...definitions, [`print(${quoted(columns)})`, ...runs].join('\n\n')]
  return `${sections.join('\n\n\n')}\n`
}

/** What a script is made of. */
interface ScriptParts {
  readonly imports: string
  /** The function, and what the runs need. */
  readonly definitions: readonly string[]
  /** The columns of the table. */
  readonly header: string
  /** A block for each run. */
  readonly runs: readonly string[]
}

/**
 * The parts of the script of an experiment.
 * @param writing the definition of `write(run, rows, rates)`, which each run ends with
 * @throws ExperimentError if it cannot start
 */
export function scriptParts(experiment: Experiment, writing: string): ScriptParts {
  const prepared = prepare(experiment)
  const { loss, runs, steps } = prepared
  const { variables } = loss
  const defined = definitions()
  const place = { variables: variables.length, steps, definitions: defined }
  const blocks = runs.map((run) => runText(prepared, run, place))
  const classes = defined.texts()
  const all = [...classes, ...blocks].join('\n')
  return {
    imports: importsOf([...classes, ...blocks, writing].join('\n')),
    definitions: [
      functionText(loss),
      observe,
      writing,
      ...(callsScalar(all) ? [scalar] : []),
      ...noiseTexts(prepared, all),
      ...classes,
    ],
    header: header(variables),
    runs: blocks,
  }
}

const observe = `def observe(*point):
    # A row of the table: the point, the loss and its gradient there.
    loss = function(*point)
    gradient = torch.autograd.grad(loss, point)
    return [value.item() for value in (*point, loss, *gradient)]`

const write = `${decimal}


def write(run, rows, rates):
    for step, row in enumerate(rows):
        rate = decimal(rates[step]) if step < len(rates) else ''
        print(run, step, rate, *map(decimal, row), sep=',')`
