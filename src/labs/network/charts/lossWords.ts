// The curves of a training in sentences, for those who do not see them.
import { plain } from '../../../core/number.ts'
import { knownEpochs, type Racer, toldOf } from './racers.ts'

/** What is said where the validation loss turns up for good. */
export const overfittingWords = 'overfitting starts here'

/** The losses of all racers, and where they begin to overfit. */
export function lossesInWords(
  racers: readonly Racer[],
  turns: readonly (number | undefined)[],
  epochs: number,
): string {
  const told = toldOf(racers, ({ losses, validation }, i) =>
    [
      `training loss ${ends(losses)}`,
      ...(validation.length > 0 ? [`validation loss ${ends(validation)}`] : []),
      ...(turns[i] === undefined ? [] : [`${overfittingWords}: epoch ${turns[i]}`]),
    ].join('; '),
  )
  return `Loss over ${knownEpochs(racers)} of ${epochs} epochs: ${told.join('. ')}`
}

/** The share of right answers. */
export function accuracyInWords(racers: readonly Racer[]): string {
  const told = toldOf(racers, ({ accuracy }) =>
    ends(accuracy, (value) => `${plain(100 * value, 3)} %`),
  )
  return `Accuracy over ${knownEpochs(racers)} epochs: ${told.join('. ')}`
}

function ends(values: Float64Array, write = (value: number) => plain(value, 3)): string {
  if (values.length === 0) return 'not known yet'
  return `${write(values[0] as number)} at first, ${write(values.at(-1) as number)} at last`
}
