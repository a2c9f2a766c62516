// The curves of a training in sentences, for those who do not see them.
import { plain } from '../../../core/number.ts'
import { knownEpochs, type Racer } from './racers.ts'

/** What is said where the validation loss turns up for good. */
export const overfittingWords = 'overfitting starts here'

/** The losses of all racers, and where they begin to overfit. */
export function lossesInWords(
  racers: readonly Racer[],
  turns: readonly (number | undefined)[],
  epochs: number,
): string {
  const told = racers.map((racer, i) => {
    const turn = turns[i]
    return named(racers, racer, [
      `training loss ${ends(racer.losses)}`,
      ...(racer.validation.length > 0 ? [`validation loss ${ends(racer.validation)}`] : []),
      ...(turn === undefined ? [] : [`${overfittingWords}: epoch ${turn}`]),
    ])
  })
  return `Loss over ${knownEpochs(racers)} of ${epochs} epochs: ${told.join('. ')}`
}

/** The share of right answers. */
export function accuracyInWords(racers: readonly Racer[]): string {
  const told = racers.map((racer) =>
    named(racers, racer, [ends(racer.accuracy, (value) => `${plain(100 * value, 3)} %`)]),
  )
  return `Accuracy over ${knownEpochs(racers)} epochs: ${told.join('. ')}`
}

const named = ({ length }: readonly Racer[], { label }: Racer, words: readonly string[]) =>
  `${length > 1 ? `${label}: ` : ''}${words.join('; ')}`

function ends(values: Float64Array, write = (value: number) => plain(value, 3)): string {
  if (values.length === 0) return 'not known yet'
  return `${write(values[0] as number)} at first, ${write(values.at(-1) as number)} at last`
}
