// From unit to unit by arrow keys: up and down within a layer, drawn or not, left and right to the nearest of the next.
import type { Layout } from './layout.ts'

/** A unit by the column of its layer, the inputs' first. */
export interface UnitPlace {
  readonly column: number
  readonly unit: number
}

export const isSameUnit = (a: UnitPlace | undefined, b: UnitPlace | undefined): boolean =>
  a !== undefined && b !== undefined && a.column === b.column && a.unit === b.unit

/** Where a key leads from a unit; nowhere for other keys and at the ends. */
export function nextUnit(
  { columns }: Layout,
  { column, unit }: UnitPlace,
  key: string,
): UnitPlace | undefined {
  const { units = 0, first = 0, ys = [] } = columns[column] ?? {}
  const within = (to: number) => (to >= 0 && to < units ? { column, unit: to } : undefined)
  const y = ys[unit - first] ?? 0
  switch (key) {
    case 'ArrowUp':
      return within(unit - 1)
    case 'ArrowDown':
      return within(unit + 1)
    case 'ArrowLeft':
      return nearest(columns, column - 1, y)
    case 'ArrowRight':
      return nearest(columns, column + 1, y)
    case 'Home':
      return within(0)
    case 'End':
      return within(units - 1)
    default:
      return undefined
  }
}

function nearest(columns: Layout['columns'], column: number, y: number): UnitPlace | undefined {
  const next = columns[column]
  if (!next) return undefined
  const distances = next.ys.map((one) => Math.abs(one - y))
  return { column, unit: next.first + distances.indexOf(Math.min(...distances)) }
}
