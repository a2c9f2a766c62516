// A graph in PyTorch: the same forward and backward, once.
import { type GraphExperiment, prepareGraph } from '../../experiment/graphExperiment.ts'
import { valueName } from '../../loss/valueName.ts'
import { gradientHeader } from '../graphCsv.ts'
import { functionText } from './function.ts'
import { comment, decimal, float, made, quoted } from './literal.ts'

/**
 * The script of a graph: it prints a row for each variable and one for f.
 * @throws ExperimentError if the experiment cannot be shown
 */
export function graphScript(experiment: GraphExperiment): string {
  const { graph, point } = prepareGraph(experiment)
  const { loss } = graph
  const { variables } = loss
  const value = valueName(variables)
  const leaves = variables.map(
    (name) => `${name} = torch.tensor(${float(point[name] ?? Number.NaN)}, requires_grad=True)`,
  )
  const sections = [
    `${comment(`f = ${experiment.f}`)}
${made} Prints each variable and f with its value and ∂f/∂it.
import math
from decimal import Decimal

import torch

torch.set_default_dtype(torch.float64)`,
    functionText(loss),
    decimal,
    `# The leaves: what f is differentiated by.
${leaves.join('\n')}

# Forward: PyTorch records each operation, and of what.
${value} = function(${variables.join(', ')})
${value}.retain_grad()

# Backward: every .grad gets what arrives. A second backward() would add to it; hence zero_grad() in training.
${value}.backward()

print(${quoted(gradientHeader)})
for name, node in [${[...variables, value].map((name) => `(${quoted(name)}, ${name})`).join(', ')}]:
    print(name, decimal(node.item()), decimal(node.grad.item()), sep=',')`,
  ]
  return `${sections.join('\n\n\n')}\n`
}
