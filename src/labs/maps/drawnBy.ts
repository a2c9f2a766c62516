// Who has drawn a map, and how exactly, in words.
import type { Sketcher } from '../../core/maps/sketchOnCard.ts'
import type { MapPicture } from './picture.ts'

const names: Readonly<Record<Sketcher, string>> = {
  WebGPU: 'the graphics card (WebGPU, float32)',
  WebAssembly: 'WebAssembly (float32)',
}

/** By whom maps are sketched, and whether they are exact by now. */
export function drawnBy(pictures: readonly Pick<MapPicture, 'by' | 'share'>[]): string {
  if (pictures.length === 0) return ''
  const sketchers = new Set(pictures.flatMap(({ by }) => by ?? []))
  const by = [...sketchers].map((sketcher) => `by ${names[sketcher]}`).join(' and ')
  if (pictures.every(({ share }) => share === 1))
    return by ? `Exact (float64), sketched ${by}.` : 'Exact (float64).'
  return by ? `Sketch ${by}.` : 'Exact (float64), as far as it is.'
}
