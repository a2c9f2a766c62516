// core/export/torch/: an experiment as a PyTorch script, one file for each part of it.
//
// The way back to PyTorch: an experiment as a script that prints the same points.
import type { Experiment } from '../../experiment/experiment.ts'
import { type GraphExperiment, isOfGraph } from '../../experiment/graphExperiment.ts'
import { prepare } from '../../experiment/prepare.ts'
import { header } from '../csv.ts'
import { definitions } from './definitions.ts'
import { functionText } from './function.ts'
import { graphScript } from './graph.ts'
import { comment, decimal, made, quoted } from './literal.ts'
import { noiseTexts } from './noise.ts'
import { runText } from './run.ts'

/**
 * An experiment as a Python script that needs torch alone and prints the CSV of its runs; of a graph, its variables with
 * their gradients.
 * @throws ExperimentError if it cannot start
 */
export const torchScript = (experiment: Experiment | GraphExperiment): string =>
  isOfGraph(experiment) ? graphScript(experiment) : descentScript(experiment)

function descentScript(experiment: Experiment): string {
  const prepared = prepare(experiment)
  const { loss, runs, steps } = prepared
  const { variables } = loss
  const defined = definitions()
  const place = { variables, steps, definitions: defined }
  const blocks = runs.map((run) => runText(prepared, run, place))
  const classes = defined.texts()
  const all = [...classes, ...blocks].join('\n')
  const sections = [
    head(experiment, all),
    functionText(loss),
    table,
    ...(/\bscalar\b/.test(all) ? [scalar] : []),
    ...noiseTexts(prepared, all),
    ...classes,
    [`print(${quoted(header(variables))})`, ...blocks].join('\n\n'),
  ]
  return `${sections.join('\n\n\n')}\n`
}

function head({ f }: Experiment, text: string): string {
  return `${comment(`f = ${f}`)}
${made} Prints each run as CSV: the point before each step, the loss and its gradient there.
${text.includes('inspect.') ? 'import inspect\n' : ''}import math
from decimal import Decimal

import torch
${text.includes('lbfgs.') ? 'from torch.optim import lbfgs\n' : ''}
torch.set_default_dtype(torch.float64)`
}

const scalar = `def scalar(value):
    return torch.tensor(float(value))`

const table = `def observe(*point):
    # A row of the table: the point, the loss and its gradient there.
    loss = function(*point)
    gradient = torch.autograd.grad(loss, point)
    return [value.item() for value in (*point, loss, *gradient)]


${decimal}


def write(run, rows, rates):
    for step, row in enumerate(rows):
        rate = decimal(rates[step]) if step < len(rates) else ''
        print(run, step, rate, *map(decimal, row), sep=',')`
