// What a saved map says below itself: what it is a map of, and what its colours mean.
import { baselineOf, sizeOf } from '../../plot/labels/textSize.ts'
import type { PlotPicture } from '../../plot/picture/file.ts'
import { escaped } from '../../plot/picture/svgPen.ts'
import { cssOf } from '../../plot/plane/ramp.ts'
import { captionOf } from './caption.ts'
import { percent } from './names.ts'
import { colorOf, type Palette } from './palette.ts'
import { type MapPicture, sharesOf } from './picture.ts'

/** In ems. */
const margin = 0.75
const swatch = 0.8

/** A map with its legend below. */
export function withLegend(
  drawn: PlotPicture,
  picture: MapPicture,
  palette: Palette,
  text: number,
): PlotPicture {
  const { color, fontFamily } = getComputedStyle(document.body)
  const lines = [{ words: captionOf(picture.map) }, ...rowsOf(picture, palette)]
  const left = margin * text
  const sizes = lines.map(({ words }) => sizeOf(words, text))
  const lineHeight = Math.max(...sizes.map(({ height }) => height))
  const indent = 1.5 * swatch * text
  const looks = `fill="${escaped(color)}" font-family="${escaped(fontFamily)}" font-size="${text}"`
  const legend = lines.map(({ words, fill }: Line, i) => {
    const y = drawn.height + left + i * lineHeight
    const middle = y + (lineHeight - swatch * text) / 2
    const [at, square] = fill
      ? [
          left + indent,
          `<rect x="${left}" y="${middle}" width="${swatch * text}" height="${swatch * text}" fill="${fill}"/>`,
        ]
      : [left, '']
    const baseline = baselineOf({ y, height: lineHeight })
    return `${square}<text x="${at}" y="${baseline}" ${looks}>${escaped(words)}</text>`
  })
  return {
    width: Math.max(
      drawn.width,
      Math.ceil(Math.max(...sizes.map((size) => size.width)) + 2 * left + indent),
    ),
    height: drawn.height + Math.ceil(lines.length * lineHeight + 2 * left),
    layers: [...drawn.layers, ...legend],
  }
}

interface Line {
  readonly words: string
  readonly fill?: string
}

/** A colour of values has its scale beside the map. */
const rowsOf = (picture: MapPicture, palette: Palette): readonly Line[] =>
  sharesOf(picture).map(({ code, words, share }) => ({
    words: `${percent(share)} ${words}`,
    ...(picture.map.show === 'outcome' && { fill: cssOf(colorOf(code, palette)) }),
  }))
