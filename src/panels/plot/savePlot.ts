// What Export saves beyond tables: loaded when someone asks for it.
import { latexOf } from '../../core/export/latex.ts'
import { torchScript } from '../../core/export/torch/script.ts'
import { pngOf, svgOf } from '../../plot/picture/file.ts'
import { download } from '../../state/files.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { selectedOf, workingAt } from '../lab/labContext.ts'
import { plotOf } from './plotPicture.ts'

/** The experiment as a script for PyTorch. */
export function saveTorch(lab: Lab): void {
  download('descent.py', torchScript(lab.store.getState().experiment))
}

/** The rule of the selected run, general and with the numbers of the step that is shown. */
export function saveLatex(lab: Lab): void {
  const { shown, selected, playhead } = lab.store.getState()
  if (!shown) return
  const step = Math.floor(playhead)
  const { run, trace } = workingAt(shown, selectedOf(shown, selected), step)
  download('descent.tex', latexOf(shown.prepared, run, trace, step))
}

export async function saveSvg(lab: Lab): Promise<void> {
  const plot = plotOf(lab)
  if (plot) download('descent.svg', await svgOf(plot))
}

/** A chart that is one SVG already. */
export async function saveChart(svg: SVGSVGElement): Promise<void> {
  const { width, height } = svg.getBoundingClientRect()
  download('descent-loss.svg', await svgOf({ width, height, layers: [svg] }))
}

export async function savePng(lab: Lab): Promise<void> {
  const plot = plotOf(lab)
  if (plot) download('descent.png', await pngOf(plot))
}
