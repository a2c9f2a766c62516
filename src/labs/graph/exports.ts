// What can be taken away from a graph: loaded when someone asks for it.

import { graphCsv } from '../../core/export/graphCsv.ts'
import { notebook } from '../../core/export/notebook/notebook.ts'
import { torchScript } from '../../core/export/torch/script.ts'
import { formulasOf } from '../../core/graphs/chainRule.ts'
import { differentiate } from '../../core/graphs/differentiate.ts'
import { pngOf, svgOf } from '../../plot/picture/file.ts'
import { download } from '../../state/files.ts'
import type { GraphLab } from '../../state/graphs/graphs.ts'
import type { ExportItem } from '../../state/lab/lab.ts'
import { pictureOf } from './picture/shownPicture.ts'

export const exportsOf = (lab: GraphLab): readonly ExportItem[] => {
  const { experiment, prepared } = lab.store.getState()
  const named = { ...experiment, lab: lab.id }
  const shownNow = () => {
    const drawing = pictureOf(lab)
    if (!drawing) return undefined
    const { width, height } = drawing
    return { width: width.baseVal.value, height: height.baseVal.value, layers: [drawing] }
  }
  const picture = () => {
    const shown = shownNow()
    if (!shown) throw new Error('the graph is not on the screen')
    return shown
  }
  return [
    {
      name: 'CSV',
      hint: 'every node with its value and adjoint',
      save: () => download('graph.csv', graphCsv(differentiate(experiment.f, prepared.point))),
    },
    {
      name: 'JSON',
      hint: 'this experiment, for Open',
      save: () => download('graph.json', lab.file()),
    },
    {
      name: 'PyTorch',
      hint: 'the same forward and backward as a script',
      save: () => download('graph.py', torchScript(named)),
    },
    {
      name: 'Notebook',
      hint: 'the same for Jupyter, with the graph drawn',
      save: () => download('graph.ipynb', notebook(named)),
    },
    {
      name: 'SVG',
      hint: 'all of the graph, for print',
      save: async () => download('graph.svg', await svgOf(picture())),
      svg: async () => {
        const shown = shownNow()
        return shown && svgOf(shown)
      },
    },
    {
      name: 'PNG',
      hint: 'all of the graph, for slides',
      save: async () => download('graph.png', await pngOf(picture())),
    },
    {
      name: 'LaTeX',
      hint: 'both passes, with symbols and with numbers',
      save: () => download('graph.tex', passesOf(lab)),
    },
  ]
}

/** All formulas, one line for each. */
function passesOf({ store }: GraphLab): string {
  const { shown } = store.getState()
  if (!shown) return ''
  const { graph, stages } = shown.prepared
  const lines = stages.flatMap((stage) =>
    formulasOf(graph, shown, stage).map(({ parts: [first = '', ...others] }) =>
      [first, ...others].join(' = ').replace(' = ', ' &= '),
    ),
  )
  return `\\begin{align*}\n${lines.join(' \\\\\n')}\n\\end{align*}\n`
}
