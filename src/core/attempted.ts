import { ExperimentError } from './experimentError.ts'

/** What comes of it; nothing where an experiment is refused. */
export function attempted<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}
