// One curve becomes another: loaded with the first change of a function, since transitions are much code.
import { interrupt, select } from 'd3'
import { linePath } from '../curvePath.ts'

const duration = 450
const name = 'morph'

type Point = readonly [number, number]

/** The points of a path as curvePath writes it; a point without a place before each new beginning. */
const pointsOf = (path: string): Point[] =>
  [...path.matchAll(/([ML])([^,]+),([^ML]+)/g)].flatMap(([, command, x, y]): Point[] => {
    const point = [Number(x), Number(y)] as const
    return command === 'M' ? [[point[0], Number.NaN], point] : [point]
  })

/** A path so far on its way to another, column by column; what had no place is at once where it will be. */
export function between(from: string, to: string): (part: number) => string {
  const before = new Map(pointsOf(from))
  const after = pointsOf(to)
  return (part) =>
    linePath(
      after.map(([x, y]) => {
        const start = before.get(x) ?? y
        return [x, start + part * (y - start)]
      }),
    )
}

/**
 * Lets a path become another one.
 * @returns what ends that, and says how far it has come
 */
export function morph(line: SVGPathElement, from: string, to: string): () => string {
  const way = between(from, to)
  let now = from
  select(line)
    .transition(name)
    .duration(duration)
    .attrTween('d', () => (part) => {
      now = way(part)
      return now
    })
  return () => {
    interrupt(line, name)
    return now
  }
}
