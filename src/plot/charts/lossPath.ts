/** Where a value lies; only that is asked of a scale. */
type Place = (value: number) => number

/** The loss as a path, at most two points a pixel column: the least and the most of it. */
export function lossPath(
  values: Float64Array,
  { x, y }: { readonly x: Place; readonly y: Place },
): string {
  let path = ''
  let column = -Infinity
  let [low, high] = [NaN, NaN]
  let pen = false
  const flush = () => {
    if (Number.isNaN(low)) return
    const points = low === high ? [low] : [high, low]
    for (const pixel of points) {
      path += `${pen ? 'L' : 'M'}${column.toFixed(1)},${pixel.toFixed(1)}`
      pen = true
    }
  }
  for (let k = 0; k < values.length; k++) {
    const at = x(k)
    const pixel = y(values[k] as number)
    if (!Number.isFinite(pixel)) continue
    if (at - column < 0.5) {
      low = Math.max(low, pixel)
      high = Math.min(high, pixel)
      continue
    }
    flush()
    column = at
    low = pixel
    high = pixel
  }
  flush()
  return path
}
