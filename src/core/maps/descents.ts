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
  const share = sharingLosses(map)
  return (column: number, row: number): Prepared | undefined => {
    const experiment = experimentOf(column, row)
    if (across && up)
      return share(
        attempted(() => prepare(experiment)),
        column,
        row,
      )
    const key = across ? column : up ? row : 0
    const like = known.get(key)
    if (like) return startedAt(like, experiment.start as readonly number[])
    const prepared = attempted(() => prepare(experiment))
    if (prepared) known.set(key, prepared)
    return prepared
  }
}

type Line = (column: number, row: number) => number

/** On which line of pixels with the same function one lies; nothing where all or none have the same. */
export function lineOf({ x, y }: PreparedMap): Line | undefined {
  const [isAcross, isUp] = [x.kind === 'param', y.kind === 'param']
  if (isAcross === isUp) return undefined
  return isAcross ? (column) => column : (_, row) => row
}

/** Pixels of a line get one and the same loss, with which its step is known. */
function sharingLosses(map: PreparedMap) {
  const lineAt = lineOf(map)
  const losses = new Map<number, Prepared['loss']>()
  return (prepared: Prepared | undefined, column: number, row: number): Prepared | undefined => {
    if (!prepared || !lineAt) return prepared
    const line = lineAt(column, row)
    const loss = losses.get(line) ?? prepared.loss
    losses.set(line, loss)
    return { ...prepared, loss }
  }
}

/** The same from another start, if the function has a value there. */
function startedAt(prepared: Prepared, start: readonly number[]): Prepared | undefined {
  const { expression, variables } = prepared.loss
  const value = compileFunction(expression, variables)(...start)
  return Number.isFinite(value) ? { ...prepared, start } : undefined
}
