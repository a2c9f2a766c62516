// What can be taken away from a lab of descents: loaded when someone asks for it.
import { csv } from '../../core/export/csv.ts'
import { exerciseSheet } from '../../core/export/exerciseSheet.ts'
import { exercises } from '../../core/export/exercises.ts'
import { latexOf } from '../../core/export/latex.ts'
import { notebook } from '../../core/export/notebook/notebook.ts'
import { torchScript } from '../../core/export/torch/script.ts'
import { mostWorked, workedSteps } from '../../core/export/workedSteps.ts'
import type { DescentLab } from '../../state/descents/descents.ts'
import { descentIn } from '../../state/descents/preparedOf.ts'
import { download } from '../../state/files.ts'
import type { ExportItem } from '../../state/lab/lab.ts'
import { forChat } from '../../state/links/encodeLink.ts'
import { selectedOf, workingAt } from '../lab/descents.ts'
import { plotAsSvg, savePng, saveSvg } from './savePlot.ts'

export const exportsOf = (lab: DescentLab): readonly ExportItem[] => [
  {
    name: 'CSV',
    hint: 'every point with its loss and gradient',
    save: () => download('descent.csv', csvOf(lab)),
  },
  {
    name: 'JSON',
    hint: 'this experiment, for Open',
    save: () => download('descent.json', lab.file()),
  },
  {
    name: 'PyTorch',
    hint: 'a script that prints the same points',
    save: () => download('descent.py', torchScript(descentOf(lab))),
  },
  {
    name: 'Notebook',
    hint: 'the same for Jupyter, with picture and animation',
    save: () => download('descent.ipynb', notebook(descentOf(lab))),
  },
  {
    name: 'SVG',
    hint: 'the plot, for print',
    save: () => saveSvg(lab),
    svg: () => plotAsSvg(lab),
  },
  { name: 'PNG', hint: 'the plot, for slides', save: () => savePng(lab) },
  {
    name: 'LaTeX',
    hint: 'the rule, general and with this step’s numbers',
    save: () => download('descent.tex', ruleOf(lab)),
  },
  {
    name: 'Worked steps',
    hint: `LaTeX to hand out: each step up to this one with its numbers, at most ${mostWorked}`,
    save: () => download('descent-steps.tex', stepsOf(lab)),
  },
  {
    name: 'Exercises',
    hint: 'LaTeX to hand out: three steps by hand, with answers; others with another seed= in the link',
    save: () => download('descent-exercises.tex', exercisesOf(lab)),
  },
]

/** What is run, whatever else is shown of it. */
const descentOf = (lab: DescentLab) => descentIn(lab.store.getState().experiment)

const linkTo = (lab: DescentLab) => new URL(lab.link(forChat), location.href).href

/** The steps of the selected run up to the one that is shown; from the beginning all that are worked out. */
function stepsOf(lab: DescentLab): string {
  const { shown, selected, playhead } = lab.store.getState()
  if (!shown) return ''
  const step = Math.floor(playhead)
  const chosen = selectedOf(shown, selected)
  return workedSteps(shown.prepared, {
    at: (k) => workingAt(shown, chosen, k),
    count: step === 0 ? mostWorked : step + 1,
    link: linkTo(lab),
  })
}

/** Exercises on the rule of the selected run. */
function exercisesOf(lab: DescentLab): string {
  const { shown, selected } = lab.store.getState()
  if (!shown) return ''
  const { experiment, prepared } = shown
  const { seed } = prepared
  const run = selectedOf(shown, selected).index
  return exerciseSheet(exercises(descentIn(experiment), { run, seed }), { seed, link: linkTo(lab) })
}

/** The table of what is shown. */
function csvOf({ store }: DescentLab): string {
  const { shown } = store.getState()
  return shown ? csv(shown.traces, shown.prepared.loss.variables) : ''
}

/** The rule of the selected run, general and with the numbers of the step that is shown. */
function ruleOf({ store }: DescentLab): string {
  const { shown, selected, playhead } = store.getState()
  if (!shown) return ''
  const step = Math.floor(playhead)
  const { run, trace } = workingAt(shown, selectedOf(shown, selected), step)
  return latexOf(shown.prepared, run, trace, step)
}
