// core/export/notebook/: an experiment as a Jupyter notebook: the PyTorch script in cells, its picture, its animation.
import type { Experiment } from '../../experiment/experiment.ts'
import { type GraphExperiment, isOfGraph } from '../../experiment/graphExperiment.ts'
import { type Cell, fileOf } from './cells.ts'
import { descentCells } from './descent.ts'
import { graphCells } from './graph.ts'

/**
 * An experiment as a notebook (nbformat 4.5) that runs from top to bottom with torch, numpy and matplotlib alone:
 * https://nbformat.readthedocs.io/en/latest/format_description.html
 * @returns the text of the .ipynb file
 * @throws ExperimentError if the experiment cannot start
 */
export function notebook(experiment: Experiment | GraphExperiment): string {
  const cells: readonly Cell[] = isOfGraph(experiment)
    ? graphCells(experiment)
    : descentCells(experiment)
  return fileOf(cells)
}
