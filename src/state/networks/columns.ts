// What is written down of a training, as it grows: room is made ahead, so that no number is copied twice on the way.
import type { Ending } from '../../core/networks/training/ending.ts'
import type { GrownRun } from '../../core/networks/training/watchedRun.ts'

/** A run of a training, as far as it has come. */
export interface Racer {
  readonly label: string
  readonly losses: Float64Array
  readonly validation: Float64Array
  readonly accuracy: Float64Array
  readonly ending: Ending | undefined
}

const names = ['losses', 'validation', 'accuracy'] as const

/** Makes what puts together what is told of a run. @param epochs at most */
export function growingRacer(label: string, epochs: number): (grown: GrownRun) => Racer {
  const room = names.map(() => new Float64Array(epochs + 1))
  const lengths = names.map(() => 0)
  let ending: Ending | undefined
  return (grown) => {
    names.forEach((name, i) => {
      room[i]?.set(grown[name], lengths[i])
      lengths[i] = (lengths[i] ?? 0) + grown[name].length
    })
    ending = grown.ending ?? ending
    const [losses, validation, accuracy] = room.map((values, i) =>
      values.subarray(0, lengths[i]),
    ) as [Float64Array, Float64Array, Float64Array]
    return { label, losses, validation, accuracy, ending }
  }
}
