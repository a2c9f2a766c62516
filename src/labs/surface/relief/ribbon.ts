// Paths laid on the relief: cut where they cross the edges of its triangles, so that each piece lies on one.
import type { Region } from '../../../core/landscape/landscape.ts'
import { groundAt, heightAt, type Mesh } from './block.ts'
import { between, type Cell, cutCount, cutsOf } from './cuts.ts'

export type Color = readonly [number, number, number]

export interface ReliefPath {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Where it is not finite the path is broken. */
  readonly f: Float64Array
  /** sRGB, each part from 0 to 1. */
  readonly color: Color
  readonly isSelected: boolean
}

/** Four numbers a point: its place on the relief, and the step it belongs to. */
export interface Ribbon {
  /** Broken where the step is −1. */
  readonly line: Float32Array
  /** The points of whole steps. */
  readonly dots: Float32Array
}

/** More pieces than this would be finer than pixels. */
const mostPieces = 20_000
/** Beyond this many points dots would only be a thick line. */
const mostDots = 600
const broken = [0, 0, 0, -1]

/** The line of a path on the relief; what is outside or over a hole is left out. */
export function ribbonOf(mesh: Mesh, region: Region, path: ReliefPath): Ribbon {
  const cells = Array.from(path.f, (_, k) => cellOf(mesh, region, path, k))
  const pieces = cells.reduce((sum, cell, k) => sum + cutCount(cells[k - 1] ?? cell, cell, mesh), 0)
  const every = Math.max(1, Math.ceil(pieces / mostPieces))
  const line: number[] = []
  for (let k = 1; k < cells.length; k++) {
    const [from, to] = [cells[k - 1] as Cell, cells[k] as Cell]
    const cuts = cutsOf(from, to, mesh, every)
    for (const [i, part] of cuts.entries()) {
      if (part === 0 && line.at(-1) === k - 1) continue
      if (i === 0) line.push(...broken)
      line.push(...(placed(mesh, between(from, to, part), k - 1 + part) ?? broken))
    }
  }
  const dots =
    cells.length > mostDots ? [] : cells.flatMap((cell, k) => placed(mesh, cell, k) ?? [])
  return { line: Float32Array.from(line), dots: Float32Array.from(dots) }
}

/** Where a playhead is on the relief, as in a ribbon; nothing outside and in holes. */
export function placeAt(
  mesh: Mesh,
  region: Region,
  path: ReliefPath,
  playhead: number,
): readonly number[] | undefined {
  const at = Math.min(playhead, path.f.length - 1)
  const k = Math.floor(at)
  const from = cellOf(mesh, region, path, k)
  return placed(
    mesh,
    at === k ? from : between(from, cellOf(mesh, region, path, k + 1), at - k),
    at,
  )
}

/** A point of a path counted in columns and rows; NaN where the loss is not finite. */
function cellOf({ columns, rows }: Mesh, region: Region, { x, y, f }: ReliefPath, k: number): Cell {
  if (!Number.isFinite(f[k])) return [NaN, NaN]
  const along = (value = NaN, [from, to]: Cell, count: number) =>
    ((value - from) / (to - from)) * (count - 1)
  return [along(x[k], region.x, columns), along(y[k], region.y, rows)]
}

function placed(mesh: Mesh, [u, v]: Cell, step: number): readonly number[] | undefined {
  const height = heightAt(mesh, u, v)
  return Number.isNaN(height) ? undefined : [...groundAt(mesh, u, v), height, step]
}
