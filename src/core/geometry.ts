/** How far two points lie from each other; both have as many coordinates. */
export const apart = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (value, i) => value - (b[i] as number)))
