// The memory that a run fills.
import type { Prepared, Run } from '../experiment/prepare.ts'

export interface Columns {
  readonly d: number
  readonly x: Float64Array
  readonly f: Float64Array
  readonly grad: Float64Array
  readonly noise?: Float64Array
  readonly lr: Float64Array
  readonly lines: readonly Float64Array[]
  readonly supplied: readonly Float64Array[]
  /** 1 unless another number is written down. */
  readonly evaluations: Int32Array
}

/** All columns of a run, in few pieces of memory, which move from the worker to the page at one go. */
export function columnsFor(
  { rule }: Run,
  d: number,
  { steps, noise }: Pick<Prepared, 'steps' | 'noise'>,
): Columns {
  const [points, moves] = [(steps + 1) * d, steps * d]
  const wide = rule.lines.length + rule.supplied.length
  const numbers = (noise > 0 ? 3 : 2) * points + steps + 1 + steps + wide * moves
  const room = roomFor(
    numbers * Float64Array.BYTES_PER_ELEMENT + steps * Int32Array.BYTES_PER_ELEMENT,
  )
  const column = (length: number): Float64Array => new Float64Array(...room(Float64Array, length))
  return {
    d,
    x: column(points),
    f: column(steps + 1),
    grad: column(points),
    ...(noise > 0 && { noise: column(points) }),
    lr: column(steps),
    lines: rule.lines.map(() => column(moves)),
    supplied: rule.supplied.map(() => column(moves)),
    evaluations: new Int32Array(...room(Int32Array, steps)).fill(1),
  }
}

/**
 * Bytes of a piece, where nothing longer has to go into it. Larger ones come fresh from the system each time: to touch
 * them first was measured to take as long as a third of the steps.
 */
const piece = 2 ** 17

/** Gives out so many bytes, a piece after the other. */
function roomFor(bytes: number) {
  let memory = new ArrayBuffer(Math.min(piece, bytes))
  let [at, left] = [0, bytes]
  return (
    { BYTES_PER_ELEMENT: size }: { readonly BYTES_PER_ELEMENT: number },
    length: number,
  ): [memory: ArrayBuffer, at: number, length: number] => {
    const wanted = length * size
    if (at + wanted > memory.byteLength) {
      memory = new ArrayBuffer(Math.max(wanted, Math.min(piece, left)))
      at = 0
    }
    at += wanted
    left -= wanted
    return [memory, at - wanted, length]
  }
}
