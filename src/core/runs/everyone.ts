// All runs of a training in turn, with a breath behind each: what is done with one of them may take seconds.

/** What was said while nothing was told. */
export interface Ears<Said> {
  heard?: Said
}

/** Work that only breathes. */
export type Breaths<R, Said> = Generator<undefined, R, Said | undefined>

/** Does something with each run. */
export function* everyone<Run, R, Said extends object>(
  runs: readonly Run[],
  act: (run: Run) => R,
  ears: Ears<Said>,
): Breaths<R[], Said> {
  const all: R[] = []
  for (const run of runs) {
    all.push(act(run))
    const heard = yield undefined
    if (heard) ears.heard = heard
  }
  return all
}
