// What a link or a file says may be wrong in parts. The parts that are right still count.
import { tried } from './consider.ts'
import type { LabKind, Mended } from './kind.ts'

/**
 * The experiment that can start and keeps as much as possible of what was said, where nothing is known of its parts: they
 * are tried one by one, in whatever order they need each other. What is left out is complained about; in its place stands
 * its default, or what the lab begins with where it has none.
 */
export function mend<E, P, S, O>(
  said: Partial<E>,
  { initial, prepare }: Pick<LabKind<E, P, S, O>, 'initial' | 'prepare'>,
): Mended<E, O> {
  const refusal = (experiment: Partial<E>) => {
    const prepared = tried(() => prepare(experiment as E))
    return typeof prepared === 'string' ? prepared : undefined
  }
  const grown = (base: Partial<E>): Mended<E, O> => {
    let experiment = base
    let left = Object.keys(said) as (keyof E)[]
    const withPart = (key: keyof E): Partial<E> => ({ ...experiment, [key]: said[key] })
    for (;;) {
      const next = left.find((key) => refusal(withPart(key)) === undefined)
      if (next === undefined) break
      experiment = withPart(next)
      left = left.filter((key) => key !== next)
    }
    const complaints = left.flatMap((key) => refusal(withPart(key)) ?? [])
    return { experiment: experiment as E, complaints: [...new Set(complaints)] }
  }
  if (Object.keys(said).length === 0) return { experiment: initial, complaints: [] }
  if (refusal(said) === undefined) return { experiment: said as E, complaints: [] }
  const alone = grown({})
  return refusal(alone.experiment) === undefined ? alone : grown(initial)
}
