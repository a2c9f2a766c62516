export type Segment = readonly [x0: number, y0: number, x1: number, y1: number]

/**
 * What lies of a segment in the rectangle from (−margin, −margin) to (width + margin, height + margin).
 * Source: Liang and Barsky (1984), A new concept and method for line clipping.
 * @returns none where nothing does
 */
export function within(
  [x0, y0, x1, y1]: Segment,
  { width, height }: { readonly width: number; readonly height: number },
  margin: number,
): Segment | undefined {
  const [dx, dy] = [x1 - x0, y1 - y0]
  let [enters, leaves] = [0, 1]
  for (const [along, room] of [
    [-dx, x0 + margin],
    [dx, width + margin - x0],
    [-dy, y0 + margin],
    [dy, height + margin - y0],
  ] as const) {
    if (along < 0) enters = Math.max(enters, room / along)
    else if (along > 0) leaves = Math.min(leaves, room / along)
    else if (room < 0) return undefined
  }
  if (enters > leaves) return undefined
  return [
    ...(enters > 0 ? [x0 + enters * dx, y0 + enters * dy] : [x0, y0]),
    ...(leaves < 1 ? [x0 + leaves * dx, y0 + leaves * dy] : [x1, y1]),
  ] as unknown as Segment
}
