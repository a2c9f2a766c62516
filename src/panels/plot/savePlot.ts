// What shows something as a picture to keep: loaded when someone asks for it.
import { pngOf, svgOf } from '../../plot/picture/file.ts'
import { download } from '../../state/files.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { plotOf } from './plotPicture.ts'

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
