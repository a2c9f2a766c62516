// Tiles of products that are written out: which rows and columns each has.

/** Of a tile: units, and pairs of what a layer was given. */
export const [tall, wide] = [4, 4]

/** Numbers that lie side by side, or the last one alone. */
export interface Pair {
  readonly at: number
  readonly isWhole: boolean
}

/** 0, 1, 2, …, so many. */
export const upTo = (count: number): number[] => [...Array(count).keys()]

/** The same in groups of at most so many. */
export const parts = (count: number, most: number): number[][] =>
  upTo(Math.ceil(count / most)).map((k) =>
    upTo(Math.min(most, count - k * most)).map((i) => k * most + i),
  )

/** Pairs of so many numbers that lie side by side. */
export const pairs = (count: number): Pair[] =>
  parts(count, 2).map(([at = 0, next]) => ({ at, isWhole: next !== undefined }))

/** Anything in groups of at most so many. */
export const parted = <T>(all: readonly T[], most: number): T[][] =>
  parts(all.length, most).map((places) => places.map((k) => all[k] as T))
