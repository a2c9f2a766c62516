// What is wrong with an experiment, in a sentence, and where: so that whoever wants can leave just that out.

/** Where something stands, seen from what is looked at: runs, 2, hyper, lr. The empty path is all of it. */
export type Path = readonly (string | number)[]

/** What is wrong, and what to leave out so that it is not. */
export interface Fault {
  readonly message: string
  readonly at: readonly Path[]
  /** The mistake in a text, where it is one. */
  readonly cause?: unknown
}

interface Details extends ErrorOptions {
  readonly at?: readonly Path[]
  readonly faults?: readonly Fault[]
}

/** An experiment that cannot start. Its message is one sentence for a student. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError'
  /** All that was found; the first is what the message says. */
  readonly faults: readonly Fault[]

  constructor(message: string, { at = [[]], faults, cause }: Details = {}) {
    super(message, { cause })
    this.faults = faults ?? [{ message, at, cause }]
  }
}

/** @throws ExperimentError if something was found */
export function refuse(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw new ExperimentError(first.message, { faults, cause: first.cause })
}

/** What comes of it; what is found wrong on the way is noted, as wrong at a place. */
export function attempt<T>(faults: Fault[], place: Path, act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error
    for (const fault of error.faults)
      faults.push({ ...fault, at: fault.at.map((path) => [...place, ...path]) })
    return undefined
  }
}

/** What comes of it; what is found wrong on the way is wrong at a place. */
export function within<T>(place: Path, act: () => T): T {
  const faults: Fault[] = []
  const value = attempt(faults, place, act)
  refuse(faults)
  return value as T
}

/** What comes of it; what is found wrong as a whole is wrong at some places. */
export function blaming<T>(places: readonly Path[], act: () => T): T {
  const faults: Fault[] = []
  const value = attempt(faults, [], act)
  const placed = faults.map((fault) => ({
    ...fault,
    at: fault.at.flatMap((path) => (path.length ? [path] : places)),
  }))
  refuse(placed)
  return value as T
}
