// Domains and minima of functions that look the same from several sides, written once.

type Point = readonly [number, number]

/** The domain around 0 that is as wide for both variables. */
export const square = (half: number): readonly [Point, Point] => [
  [-half, half],
  [-half, half],
]

/** Every point whose coordinates are among some numbers or their negatives: of sums of one even function of each. */
export function crossed(sizes: readonly number[]): Point[] {
  const places = sizes.flatMap(bothSigns)
  return places.flatMap((x) => places.map((y): Point => [x, y]))
}

/** All that a point becomes by changing signs and by swapping its coordinates. */
export const mirrored = ([a, b]: Point): Point[] =>
  (a === b ? [[a, b] as const] : [[a, b] as const, [b, a] as const]).flatMap(([x, y]) =>
    bothSigns(x).flatMap((u) => bothSigns(y).map((v): Point => [u, v])),
  )

const bothSigns = (size: number) => (size === 0 ? [0] : [-size, size])
