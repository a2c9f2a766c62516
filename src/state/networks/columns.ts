// What is written down of a training, as it grows: room is made ahead, so that no number is copied twice on the way.
import type { Ending } from '../../core/networks/training/ending.ts'
import type { GrownRun } from '../../core/networks/training/watchedRun.ts'

const names = ['losses', 'validation', 'accuracy', 'rates'] as const

/** A run of a training, as far as it has come. */
export interface Racer extends Readonly<Record<(typeof names)[number], Float64Array>> {
  readonly label: string
  readonly ending: Ending | undefined
}

/** Makes what puts together what is told of a run; what has not grown stays the same object. */
export function growingRacer(label: string): (grown: GrownRun) => Racer {
  const columns = names.map(growingColumn)
  let ending: Ending | undefined
  let known: Racer | undefined
  return (grown) => {
    if (known && !known.ending === !grown.ending && names.every((n) => !grown[n].length))
      return known
    ending ??= grown.ending
    const [losses, validation, accuracy, rates] = names.map((name, i) =>
      (columns[i] as ReturnType<typeof growingColumn>)(grown[name]),
    ) as [Float64Array, Float64Array, Float64Array, Float64Array]
    known = { label, losses, validation, accuracy, rates, ending }
    return known
  }
}

/** The same view while nothing is added. */
function growingColumn(): (more: Float64Array) => Float64Array {
  let room = new Float64Array(256)
  let values = room.subarray(0, 0)
  return (more) => {
    if (more.length === 0) return values
    const length = values.length + more.length
    if (length > room.length) {
      const larger = new Float64Array(2 * length)
      larger.set(values)
      room = larger
    }
    room.set(more, values.length)
    values = room.subarray(0, length)
    return values
  }
}
