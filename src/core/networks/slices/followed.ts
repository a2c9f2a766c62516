// Which points of the paths of a race say where its plane lies.
import type { Floats } from '../floats.ts'

/** What a path says, few points say as well; each is multiplied by each. */
const most = 64
/** How far others are followed, in sizes of the shown path: one that goes to infinity would leave nothing to be seen. */
export const reach = 5

/**
 * Points that are finite and near enough, so that no path takes the plane with it to infinity; evenly
 * chosen, the first of the shown path among them.
 */
export function followed(
  shown: readonly Floats[],
  others: readonly (readonly Floats[])[],
  center: Floats,
): readonly Floats[] {
  const measured = (path: readonly Floats[]) =>
    path
      .map((point) => ({ point, away: distance(point, center) }))
      .filter(({ away }) => Number.isFinite(away))
  const own = measured(shown)
  const furthest = own.reduce((far, { away }) => Math.max(far, away), 0)
  const limit = furthest > 0 ? reach * furthest : Number.POSITIVE_INFINITY
  const all = [...own, ...others.flatMap(measured).filter(({ away }) => away <= limit)]
  const every = Math.max(1, Math.ceil(all.length / most))
  return all.filter((_, k) => k % every === 0).map(({ point }) => point)
}

function distance(point: Floats, center: Floats): number {
  let squares = 0
  for (let i = 0; i < center.length; i++)
    squares += ((point[i] as number) - (center[i] as number)) ** 2
  return Math.sqrt(squares)
}
