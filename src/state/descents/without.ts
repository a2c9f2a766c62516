// A plain value without what is wrong with it.
import type { Path } from '../../core/experimentError.ts'

/**
 * A value without what stands at some paths; of a list of words, a path says the word. What becomes empty goes too.
 * @returns nothing if all of it has to go, as it has where a path finds nothing: then what is wrong is what is around it
 */
export function without<T>(value: T, paths: readonly Path[]): T | undefined {
  if (paths.length === 0) return value
  if (typeof value !== 'object' || value === null) return undefined
  const inner = byHead(paths)
  if (inner.has(undefined)) return undefined
  if (Array.isArray(value)) return value.filter((item) => !inner.has(String(item))) as T
  if ([...inner.keys()].some((key) => !Object.hasOwn(value, String(key)))) return undefined
  const left = Object.entries(value).flatMap(([key, part]) => {
    const about = inner.get(key) ?? []
    const rest = without(part, about)
    return rest === undefined || (about.length && isEmpty(rest)) ? [] : [[key, rest] as const]
  })
  return Object.fromEntries(left) as T
}

const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** Paths by where they begin, without that. */
export function byHead(paths: readonly Path[]): Map<string | undefined, Path[]> {
  const inner = new Map<string | undefined, Path[]>()
  for (const [head, ...rest] of paths) {
    const key = head === undefined ? undefined : String(head)
    const known = inner.get(key)
    if (known) known.push(rest)
    else inner.set(key, [rest])
  }
  return inner
}
