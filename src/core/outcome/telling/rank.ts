// What a minimum is among the others: whose depth it has.
import { compileFunction } from '../../language/program.ts'
import { deepestMinima } from '../../loss/knownMinima.ts'
import { isDeeper } from '../better.ts'
import type { Evidence } from '../evidence.ts'
import { lowerGround } from '../lowerGround.ts'
import { hasTwin } from './twin.ts'

/** With its value and place behind it, which tell it from others that are as deep. */
type Rank = 'the minimum' | 'the deepest minimum' | 'the local minimum' | 'the maximum'

type Point = readonly number[]

/** What a minimum is among those that are known, or lower ground around it. */
export function rankOf({ prepared: { loss }, run }: Evidence, at: Point): Rank {
  if (run.settings.maximize === true) return 'the maximum'
  const deepest = deepestMinima(loss)
  if (!deepest[0]) return lowerGround(loss, at) ? 'the local minimum' : 'the minimum'
  const value = compileFunction(loss.expression, loss.variables)
  if (isDeeper(value(...deepest[0]), value(...at))) return 'the local minimum'
  return deepest.length < loss.minima.length ? 'the deepest minimum' : 'the minimum'
}

/** The same where nothing else is said of it: it may share its depth with others. */
export function rankAlone({ prepared: { loss } }: Evidence, at: Point, rank: Rank): string {
  if (rank === 'the local minimum') return 'a local minimum'
  if (rank === 'the maximum') return hasTwin(loss, at, -1) ? 'one of the highest maxima' : rank
  const known = deepestMinima(loss).length
  const isShared = known > 0 ? known > 1 : hasTwin(loss, at)
  return isShared ? 'one of the deepest minima' : rank
}
