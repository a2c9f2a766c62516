// What can be taken away from a training: loaded when someone asks for it.
import { latexOfLines } from '../../core/export/latex.ts'
import { networkCsv } from '../../core/export/networkCsv.ts'
import { notebook } from '../../core/export/notebook/notebook.ts'
import { stateDict } from '../../core/export/stateDict.ts'
import { torchScript } from '../../core/export/torch/script.ts'
import { tensorsOf } from '../../core/networks/network.ts'
import { pngOf, svgOf } from '../../plot/picture/file.ts'
import { download } from '../../state/files.ts'
import type { ExportItem } from '../../state/lab/lab.ts'
import type { NetworkLab } from '../../state/networks/networks.ts'
import { placed, stepOf } from './hand/stepOf.ts'
import { weightFormula } from './hand/weightFormula.ts'
import { pictureIn, ratesIn } from './offered.ts'

export const exportsOf = (lab: NetworkLab): readonly ExportItem[] => {
  const { experiment, shown, selected, prepared } = lab.store.getState()
  const { architecture } = prepared
  const named = { ...experiment, lab: lab.id }
  const rates = ratesIn(lab)
  const picture = () => {
    const shown = pictureIn(lab)
    if (!shown) throw new Error('the picture is not on the screen')
    return shown
  }
  return [
    {
      name: 'CSV',
      hint: 'losses and accuracy of every epoch so far',
      save: () => download('network.csv', networkCsv(shown?.racers ?? [])),
    },
    ...(rates
      ? [
          {
            name: 'Learning rates',
            hint: 'what those come to that were tried, as CSV',
            save: () => download('learning-rates.csv', rates),
          },
        ]
      : []),
    {
      name: 'JSON',
      hint: 'this experiment, for Open',
      save: () => download('network.json', lab.file()),
    },
    {
      name: 'Weights',
      hint: 'as they are at this step, by their names in state_dict',
      save: () => {
        const { moment } = shown?.seen[Math.min(selected, shown.seen.length - 1)] ?? {}
        if (moment)
          download(
            'weights.json',
            stateDict(architecture, tensorsOf(architecture, moment.parameters)),
          )
      },
    },
    {
      name: 'PyTorch',
      hint: 'the same training as a script',
      save: () => download('network.py', torchScript(named)),
    },
    {
      name: 'Notebook',
      hint: 'the same for Jupyter, with curves and the fit drawn',
      save: () => download('network.ipynb', notebook(named)),
    },
    {
      name: 'SVG',
      hint: 'the fit or the loss landscape, for print',
      save: async () => download('network.svg', await svgOf(picture())),
      svg: async () => {
        const shown = pictureIn(lab)
        return shown && svgOf(shown)
      },
    },
    {
      name: 'PNG',
      hint: 'the fit or the loss landscape, for slides',
      save: async () => download('network.png', await pngOf(picture())),
    },
    {
      name: 'LaTeX',
      hint: 'the rule, general and with this step’s numbers for the chosen weight',
      save: () => download('network.tex', ruleOf(lab)),
    },
  ]
}

function ruleOf({ store }: NetworkLab): string {
  const { shown, selected } = store.getState()
  const run = Math.min(selected, (shown?.seen.length ?? 1) - 1)
  const seen = shown?.seen[run]
  if (!shown || !seen) return ''
  const { name, isBias, index } = placed(shown.prepared, seen.parameter)
  const { ruled, taken } = stepOf(shown.prepared, run, { seen, index, isBias })
  const title = `${shown.prepared.runs[run]?.label}, ${name.text}`
  return latexOfLines(weightFormula(ruled, name), { title, step: seen.moment.step, ...taken })
}
