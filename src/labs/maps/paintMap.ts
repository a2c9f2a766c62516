// A map as pixels.

import { meaningOf } from '../../core/maps/atlas.ts'
import type { Rgb } from '../../plot/plane/ramp.ts'
import type { View } from '../../plot/view.ts'
import { colorOf, mixed, type Palette } from './palette.ts'
import { type MapPicture, unknown } from './picture.ts'
import { shareAmong, valueScale } from './valueScale.ts'

/** Of outcomes that come late so much of the paper is seen at most. */
const latest = 0.6
const shades = 32

/** The picture of a map, a pixel for each of its own, the first row at the bottom. */
export function imageOf(picture: MapPicture, palette: Palette): HTMLCanvasElement {
  const { size } = picture.map
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  const image = context.createImageData(size, size)
  const pixels = new Uint32Array(image.data.buffer)
  const colorAt =
    picture.map.show === 'outcome' ? byOutcome(picture, palette) : byValue(picture, palette)
  for (let place = 0; place < size ** 2; place++) {
    const row = Math.floor(place / size)
    pixels[(size - 1 - row) * size + (place % size)] = colorAt(place)
  }
  context.putImageData(image, 0, 0)
  return canvas
}

/** As image data have them: alpha, blue, green, red. */
const packed = ([r, g, b]: Rgb): number =>
  ((255 << 24) | (Math.round(b * 255) << 16) | (Math.round(g * 255) << 8) | Math.round(r * 255)) >>>
  0

/** Only what comes at a step can come early or late. */
const hasStep = (code: number): boolean => ['rests', 'diverges'].includes(meaningOf(code).kind)
/** Of a sketch steps are not known: neither early nor late. */
const someTime = 0.5

/** What comes early is strong, what comes late is pale. */
function byOutcome({ outcomes, values, map }: MapPicture, palette: Palette) {
  const most = Math.log1p(map.prepared.steps) || 1
  const none = packed(palette.paper)
  const colors = new Map<number, readonly number[]>()
  const shadesOf = (code: number) => {
    const known = colors.get(code)
    if (known) return known
    const own = colorOf(code, palette)
    const all = Array.from({ length: shades + 1 }, (_, i) =>
      packed(mixed(own, palette.paper, (latest * i) / shades)),
    )
    colors.set(code, all)
    return all
  }
  return (place: number): number => {
    const code = outcomes[place] as number
    if (code === unknown) return none
    if (!hasStep(code)) return shadesOf(code)[0] as number
    const step = values[place] as number
    const share = Number.isNaN(step) ? someTime : Math.min(1, Math.log1p(step) / most)
    return shadesOf(code)[Math.round(shades * share ** 2)] as number
  }
}

function byValue(picture: MapPicture, palette: Palette) {
  const scale = valueScale(picture)
  const colors = palette.values.map(packed)
  const none = packed(palette.paper)
  return (place: number): number => {
    const share = scale ? shareAmong(scale, picture.values[place] as number) : Number.NaN
    return Number.isNaN(share) ? none : (colors[Math.round(share * (colors.length - 1))] as number)
  }
}

/** Paints a map where its own axes lie in a view, which may be of another part of them. */
export function paintMap(
  context: CanvasRenderingContext2D,
  image: HTMLCanvasElement,
  { x, y }: MapPicture['map'],
  view: View,
): void {
  const [left, right] = [view.x(x.from), view.x(x.to)]
  const [bottom, top] = [view.y(y.from), view.y(y.to)]
  context.imageSmoothingEnabled = false
  context.drawImage(image, left, top, right - left, bottom - top)
}
