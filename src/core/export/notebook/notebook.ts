// core/export/notebook/: an experiment as a Jupyter notebook: the PyTorch script in cells, its picture, its animation.
import type { Experiment } from '../../experiment/experiment.ts'
import { type GraphExperiment, isOfGraph } from '../../experiment/graphExperiment.ts'
import { isOfNetwork, type NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { type Cell, fileOf } from './cells.ts'
import { descentCells } from './descent.ts'
import { graphCells } from './graph.ts'
import { networkCells } from './network.ts'

function cellsOf(experiment: Experiment | GraphExperiment | NetworkExperiment): readonly Cell[] {
  if (isOfGraph(experiment)) return graphCells(experiment)
  return isOfNetwork(experiment) ? networkCells(experiment) : descentCells(experiment)
}

/**
 * An experiment as a notebook (nbformat 4.5) that runs from top to bottom with torch, numpy and matplotlib alone:
 * https://nbformat.readthedocs.io/en/latest/format_description.html
 * @returns the text of the .ipynb file
 * @throws ExperimentError if the experiment cannot start
 */
export function notebook(experiment: Experiment | GraphExperiment | NetworkExperiment): string {
  return fileOf(cellsOf(experiment))
}
