// What a minimum is among the others: whose depth it has.
import { compileFunction } from '../../language/program.ts'
import { deepestMinima } from '../../loss/knownMinima.ts'
import { isDeeper } from '../better.ts'
import type { Evidence } from '../evidence.ts'
import { isBowl, lowerInSight } from './sight.ts'
import { hasTwin } from './twin.ts'

/** With its value and place behind it, which tell it from others that are as deep. */
type Rank =
  | 'the minimum'
  | 'the deepest minimum'
  | 'the local minimum'
  | 'the maximum'
  | 'the local maximum'

type Point = readonly number[]

/** What a minimum is among those that are known, or lower ground in sight. */
export function rankOf({ prepared: { loss }, run, recording }: Evidence, at: Point): Rank {
  if (run.settings.maximize === true)
    return lowerInSight(loss, at, -1) ? 'the local maximum' : 'the maximum'
  const deepest = deepestMinima(loss)
  const value = compileFunction(loss.expression, loss.variables)
  const height = value(...at)
  // It has been lower itself.
  if (recording.f.some((f) => isDeeper(f, height))) return 'the local minimum'
  if (!deepest[0]) return lowerInSight(loss, at) ? 'the local minimum' : 'the minimum'
  if (isDeeper(value(...deepest[0]), height)) return 'the local minimum'
  return deepest.length < loss.minima.length ? 'the deepest minimum' : 'the minimum'
}

/** In more variables one looks too coarsely to know what is not there. */
const mostSeen = 2

/** The same where nothing else is said of it: it may share its depth with others, or others may be out of sight. */
export function rankAlone({ prepared: { loss } }: Evidence, at: Point, rank: Rank): string {
  if (rank === 'the local minimum' || rank === 'the local maximum') return rank.replace('the', 'a')
  const isUp = rank === 'the maximum'
  const known = isUp ? 0 : deepestMinima(loss).length
  const sign = isUp ? -1 : 1
  if (known === 0 && at.length > mostSeen) return isUp ? 'a maximum' : 'a minimum'
  const isShared = known > 0 ? known > 1 : hasTwin(loss, at, sign)
  if (isShared) return isUp ? 'one of the highest maxima' : 'one of the deepest minima'
  if (known > 0 || isBowl(loss, at, sign)) return rank
  return isUp ? 'the highest maximum in sight' : 'the lowest minimum in sight'
}
