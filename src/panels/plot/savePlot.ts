// What shows something as a picture to keep: loaded when someone asks for it.
import { pngOf, svgOf } from '../../plot/picture/file.ts'
import { download } from '../../state/files.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { pictureOf } from './plotPicture.ts'
import { plotOf } from './shownPlots.ts'

export async function saveSvg(lab: Lab): Promise<void> {
  const plot = plotOf(lab)
  const picture = plot && pictureOf(plot)
  if (picture) download('descent.svg', await svgOf(picture))
}

/** A chart that is one SVG already. */
export async function saveChart(svg: SVGSVGElement): Promise<void> {
  const { width, height } = svg.getBoundingClientRect()
  download('descent-loss.svg', await svgOf({ width, height, layers: [svg] }))
}

export async function savePng(lab: Lab): Promise<void> {
  const plot = plotOf(lab)
  const picture = plot && pictureOf(plot)
  if (picture) download('descent.png', await pngOf(picture))
}
