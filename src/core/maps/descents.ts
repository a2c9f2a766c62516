// What a pixel runs: its descent, looked up and checked, with as little done anew as the axes allow.

import { attempted } from '../attempted.ts'
import { type Prepared, prepare } from '../experiment/prepare.ts'
import { compileFunction } from '../language/program.ts'
import { descentOf, type PreparedMap } from './prepareMap.ts'

/**
 * The descents of a map's pixels.
 * @returns the descent of a pixel; nothing where it cannot start
 */
export function descentsOf(map: PreparedMap) {
  const experimentOf = descentOf(map)
  const [across, up] = [map.x, map.y].map(({ kind }) => kind !== 'start')
  /** By what is no start: all else about them is the same. */
  const known = new Map<number, Prepared>()
  return (column: number, row: number): Prepared | undefined => {
    const experiment = experimentOf(column, row)
    if (across && up) return attempted(() => prepare(experiment))
    const key = across ? column : up ? row : 0
    const like = known.get(key)
    if (like) return startedAt(like, experiment.start as readonly number[])
    const prepared = attempted(() => prepare(experiment))
    if (prepared) known.set(key, prepared)
    return prepared
  }
}

/** The same from another start, if the function has a value there. */
function startedAt(prepared: Prepared, start: readonly number[]): Prepared | undefined {
  const { expression, variables } = prepared.loss
  const value = compileFunction(expression, variables)(...start)
  return Number.isFinite(value) ? { ...prepared, start } : undefined
}
