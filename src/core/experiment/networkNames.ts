// What a network experiment names, looked up.
import { ExperimentError } from '../experimentError.ts'
import { nearest } from '../language/spelling.ts'
import { shortened } from '../quote.ts'

interface Asked {
  readonly id: string
  readonly known: readonly string[]
}

/** @throws ExperimentError if nothing of the name was found */
export function found<T>(what: string, value: T | undefined, { id, known }: Asked): T {
  if (value !== undefined) return value
  const meant = known.find((one) => one === id.toLowerCase()) ?? nearest(id, known)
  const hint = meant ? `did you mean "${meant}"?` : `there are ${known.join(', ')}`
  throw new ExperimentError(`There is no ${what} "${shortened(id)}"; ${hint}`)
}

/** @throws ExperimentError if it is not one of these words */
export const wordAmong = <W extends string>(what: string, id: string, known: readonly W[]): W =>
  found(
    what,
    known.find((word) => word === id),
    { id, known },
  )
