// A graph in a notebook: forward node by node, backward in one call, and the graph drawn with both.
import { type GraphExperiment, prepareGraph } from '../../experiment/graphExperiment.ts'
import type { Graph } from '../../graphs/graph.ts'
import { namesOf } from '../../graphs/names.ts'
import { latex } from '../../language/latex/latex.ts'
import { plainLeaf } from '../../language/latex/symbol.ts'
import { valueName } from '../../loss/valueName.ts'
import { float } from '../torch/literal.ts'
import { type Cell, code, words } from './cells.ts'
import { drawing, passes } from './graphPicture.ts'
import { operationText, written } from './operationText.ts'

/** @throws ExperimentError if the experiment cannot be shown */
export function graphCells(experiment: GraphExperiment): readonly Cell[] {
  const { graph, point } = prepareGraph(experiment)
  const { variables, expression } = graph.loss
  const value = valueName(variables)
  const all = variables.join(', ')
  return [
    words(
      '# Forward and backward through a graph of operations',
      `$$${latex(expression, { leaf: plainLeaf })}$$`,
      'Made by Descent. Every part of the expression is a node: values flow forward through it, and how much f changes ' +
        'flows back. Run the cells from top to bottom; torch and matplotlib are all that they need.',
    ),
    code(`import math

import matplotlib.pyplot as plt
import torch

torch.set_default_dtype(torch.float64)`),
    words('## The leaves', 'What f is differentiated by: `requires_grad=True` says so.'),
    code(
      variables
        .map((name) => `${name} = torch.tensor(${float(point[name] ?? NaN)}, requires_grad=True)`)
        .join('\n'),
    ),
    words('## Forward', 'One operation at a time, each of which PyTorch records.'),
    code(forwardText(graph), keptText(graph)),
    words('## Backward', 'Each node gives to its inputs what arrives at it, times its own slope.'),
    code(`if ${value}.requires_grad:\n    ${value}.backward(retain_graph=True)`, tableText),
    words(
      '## The picture',
      `Above each node its value, below it the gradient of ${value} by it, on each edge the local derivative: how much what ` +
        'it leads to changes with what it comes from.',
    ),
    code(...drawing(graph)),
    words(
      '## Step by step',
      'Forward the values appear. Backward each operation gives to its inputs, and what comes to a node on several ways ' +
        'adds up.',
    ),
    code(passes),
    words(
      '## Backward once more',
      'Gradients add up: a second `backward()` comes on top of the first. Hence `zero_grad()` in every training loop.',
    ),
    code(`if ${value}.requires_grad:
    ${value}.backward(retain_graph=True)
print('after two:', [gradient(leaf) for leaf in (${all},)])
for node in nodes.values():
    node.grad = None
if ${value}.requires_grad:
    ${value}.backward(retain_graph=True)
print('after zeroing and one more:', [gradient(leaf) for leaf in (${all},)])`),
  ]
}

/** The names of what has a name in Python: all but constants; the last is f, whatever else it is. */
function wordsOf(graph: Graph): (string | undefined)[] {
  const names = namesOf(graph)
  return graph.nodes.map(({ operation }, i) =>
    operation === 'constant' ? undefined : names[i]?.name,
  )
}

function forwardText(graph: Graph): string {
  const names = wordsOf(graph)
  const { nodes, loss } = graph
  const value = valueName(loss.variables)
  const lines = nodes.flatMap((node, i) => {
    const text = operationText(node, (k) => names[node.inputs[k] ?? -1])
    return text === undefined ? [] : [`${names[i]} = ${text}`]
  })
  const last = nodes.at(-1)
  if (last && last.expression.kind === 'name' && last.operation === 'input')
    lines.push(`${value} = ${last.name}.clone()`)
  else if (last && last.operation === 'constant')
    lines.push(`${value} = ${written(last.expression)}`)
  return lines.join('\n')
}

function keptText(graph: Graph): string {
  const value = valueName(graph.loss.variables)
  const names = [...new Set([...wordsOf(graph).filter((name) => name !== undefined), value])]
  return `nodes = {${names.map((name) => `'${name}': ${name}`).join(', ')}}
for node in nodes.values():
    if node.requires_grad:
        # Else only leaves keep their gradient.
        node.retain_grad()`
}

const tableText = `def gradient(node):
    return 0.0 if not node.requires_grad or node.grad is None else node.grad.item()


for name, node in nodes.items():
    print(f'{name}: value {node.item():.6g}, gradient {gradient(node):.6g}')`
