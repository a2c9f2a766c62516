import type { View } from './view.ts'

/** An empty canvas of the view's size in device pixels, clipped to the drawing area. */
export function cleared(
  canvas: HTMLCanvasElement,
  { width, height, margins }: Pick<View, 'width' | 'height' | 'margins'>,
): CanvasRenderingContext2D {
  const ratio = devicePixelRatio
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  // Giving a canvas its size makes it anew, which costs a frame: only when the size has changed.
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
    canvas.width = pixelWidth
    canvas.height = pixelHeight
  }
  context.reset()
  context.scale(ratio, ratio)
  context.beginPath()
  context.rect(
    margins.left,
    margins.top,
    width - margins.left - margins.right,
    height - margins.top - margins.bottom,
  )
  context.clip()
  return context
}
