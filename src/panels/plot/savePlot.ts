// What shows something as a picture to keep: loaded when someone asks for it.
import { pngOf, svgOf } from '../../plot/picture/file.ts'
import { download } from '../../state/files.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { pictureOf } from './plotPicture.ts'
import { plotOf } from './shownPlots.ts'

export async function plotAsSvg(lab: Lab): Promise<string | undefined> {
  const plot = plotOf(lab)
  const picture = plot && pictureOf(plot)
  return picture && svgOf(picture)
}

export async function saveSvg(lab: Lab): Promise<void> {
  const text = await plotAsSvg(lab)
  if (text) download('descent.svg', text)
}

/** A chart that is one SVG already. */
export async function saveChart(svg: SVGSVGElement, name = 'descent-loss.svg'): Promise<void> {
  const { width, height } = svg.getBoundingClientRect()
  download(name, await svgOf({ width, height, layers: [svg] }))
}

export async function savePng(lab: Lab): Promise<void> {
  const plot = plotOf(lab)
  const picture = plot && pictureOf(plot)
  if (picture) download('descent.png', await pngOf(picture))
}
