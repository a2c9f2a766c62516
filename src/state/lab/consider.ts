// What becomes of a change: whether it can be shown, and what is said of what was refused.
import { ExperimentError } from '../../core/experimentError.ts'
import type { Considered } from './kind.ts'

/** Considers a change where nothing is known of the experiment but whether it can be prepared. */
export function consider<E, P, O>(
  change: (experiment: E) => E,
  before: E,
  prepare: (experiment: E) => P,
): Considered<E, P, O> {
  const taken = tried(() => {
    const experiment = change(before)
    return { experiment, prepared: prepare(experiment) }
  })
  return typeof taken === 'string' ? { problems: [taken] } : { taken, problems: [] }
}

/** What comes of it, or the sentence that says why nothing can. */
export function tried<T>(act: () => T): T | string {
  try {
    return act()
  } catch (error) {
    if (error instanceof ExperimentError) return error.message
    throw error
  }
}
