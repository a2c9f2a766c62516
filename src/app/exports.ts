import * as saving from '../panels/plot/savePlot.ts'
import { csvOf, download, jsonOf } from '../state/files.ts'
import type { Lab } from '../state/lab/lab.ts'

/** What can be taken away, and how. */
export function exportsOf(lab: Lab) {
  const tried = (save: (lab: Lab) => void | Promise<void>) => async () => {
    try {
      await save(lab)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      lab.store.setState({ problems: [`Nothing could be saved: ${reason}`] })
    }
  }
  return [
    {
      name: 'CSV',
      hint: 'every point with its loss and gradient',
      onSelect: () => download('descent.csv', csvOf(lab)),
    },
    {
      name: 'JSON',
      hint: 'this experiment, for Open',
      onSelect: () => download('descent.json', jsonOf(lab)),
    },
    {
      name: 'PyTorch',
      hint: 'a script that prints the same points',
      onSelect: tried(saving.saveTorch),
    },
    { name: 'SVG', hint: 'the plot, for print', onSelect: tried(saving.saveSvg) },
    { name: 'PNG', hint: 'the plot, for slides', onSelect: tried(saving.savePng) },
    {
      name: 'LaTeX',
      hint: 'the rule, general and with this step’s numbers',
      onSelect: tried(saving.saveLatex),
    },
  ]
}
