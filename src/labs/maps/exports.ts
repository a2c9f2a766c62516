// What can be taken away from a map: loaded when someone asks for it.
import { mapCsv } from '../../core/export/mapCsv.ts'
import { exportsOf as descentExports } from '../../panels/plot/exports.ts'
import { type PlotPicture, pngOf, svgOf } from '../../plot/picture/file.ts'
import type { DescentLab } from '../../state/descents/descents.ts'
import { download } from '../../state/files.ts'
import type { ExportItem } from '../../state/lab/lab.ts'
import { withLegend } from './legend.ts'
import { mapOf } from './shownMaps.ts'

/** The map of the selected run; of the run at its mark what other labs of descents have. */
export const exportsOf = (lab: DescentLab): readonly ExportItem[] => {
  const own: readonly ExportItem[] = [
    {
      name: 'CSV',
      hint: 'every pixel of the selected run’s map, with its value and outcome',
      save: () => download('map.csv', csvOf(lab)),
    },
    {
      name: 'SVG',
      hint: 'the selected run’s map, for print',
      save: async () => download('map.svg', await svgOf(pictureOf(lab))),
      svg: async () => {
        const drawn = drawnBy(lab)
        return drawn && svgOf(drawn)
      },
    },
    {
      name: 'PNG',
      hint: 'the selected run’s map, for slides',
      save: async () => download('map.png', await pngOf(pictureOf(lab))),
    },
  ]
  return descentExports(lab).map((item) => own.find(({ name }) => name === item.name) ?? item)
}

const shownBy = (lab: DescentLab) => mapOf(lab, lab.store.getState().selected)

/** With all that the page says of it elsewhere. */
function drawnBy(lab: DescentLab): PlotPicture | undefined {
  const { picture, palette, drawn, text } = shownBy(lab) ?? {}
  return picture && palette && drawn && text ? withLegend(drawn, picture, palette, text) : undefined
}

function pictureOf(lab: DescentLab): PlotPicture {
  const drawn = drawnBy(lab)
  if (!drawn) throw new Error('the map is not on the screen')
  return drawn
}

function csvOf(lab: DescentLab): string {
  const { experiment, selected } = lab.store.getState()
  const picture = shownBy(lab)?.picture
  if (!picture || picture.share < 1)
    throw new Error('the map is not whole yet: wait until its bar is full')
  const { values, outcomes, legend } = picture
  const { size } = picture.map
  const swept = { width: size, height: size, values, outcomes, legend: [...legend] }
  return mapCsv(experiment, swept, selected)
}
