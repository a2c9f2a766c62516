// What the curves of a training are drawn from: columns that grow by epochs, and where an epoch lies among the batches.
import { plain, steady } from '../../../core/number.ts'

/** One of the trainings side by side; its columns are replaced by longer ones while it trains. */
export interface Racer {
  readonly label: string
  /** Its place in the race, which says its colour. */
  readonly run: number
  /** Before each epoch, the last after training: over all training data. */
  readonly losses: Float64Array
  /** Likewise over the validation set; empty without one. */
  readonly validation: Float64Array
  /** Likewise, as a share; empty where numbers are learned. */
  readonly accuracy: Float64Array
}

/** How epochs and batches lie: not evenly where the batch size was changed on the way. */
export interface Epochs {
  /** Of all the training. */
  readonly count: number
  /** The epoch that a step lies in, with its fraction. */
  readonly epochOf: (step: number) => number
  /** The step that an epoch begins with. */
  readonly stepOf: (epoch: number) => number
}

/** The epochs that are known of some racers: of the one that got furthest. */
export const knownEpochs = (racers: readonly Racer[]): number =>
  Math.max(0, ...racers.map(({ losses }) => losses.length - 1))

const columns = [
  { key: 'losses', name: 'training loss', write: (value: number) => steady(value, 3) },
  { key: 'validation', name: 'validation loss', write: (value: number) => steady(value, 3) },
  { key: 'accuracy', name: 'accuracy', write: (value: number) => `${plain(100 * value, 3)} %` },
] as const

/** The columns that any of the racers has, in the order in which they are told. */
export const columnsOf = (racers: readonly Racer[]) =>
  columns.filter(({ key }) => key === 'losses' || racers.some((racer) => racer[key].length > 0))

export type Column = (typeof columns)[number]

/** A value in words; a dash where a racer has none at this epoch. */
export function valueAt(racer: Racer, { key, write }: Column, epoch: number): string {
  const value = racer[key][epoch]
  return value === undefined ? '—' : write(value)
}

/** What a racer has at an epoch: training loss 0.310, validation loss 0.352, accuracy 91 %. */
const valuesInWords = (racer: Racer, epoch: number): readonly string[] =>
  columnsOf([racer])
    .filter(({ key }) => racer[key][epoch] !== undefined)
    .map((column) => `${column.name} ${valueAt(racer, column, epoch)}`)

/** What is told of each racer, with its name where there are several. */
export const toldOf = <R extends Pick<Racer, 'label'>>(
  racers: readonly R[],
  tell: (racer: R, place: number) => string,
): readonly string[] =>
  racers.map((racer, i) => (racers.length > 1 ? `${racer.label}: ` : '') + tell(racer, i))

/** All racers at an epoch, in a sentence. */
export function epochInWords(racers: readonly Racer[], epoch: number): string {
  const told = toldOf(racers, (racer) => valuesInWords(racer, epoch).join(', ') || 'nothing yet')
  return `epoch ${epoch}: ${told.join('; ')}`
}

/** A training at an epoch, in words. */
export function readoutOf(racer: Racer, place: number, count: number): string {
  const epoch = Math.floor(Math.min(place, knownEpochs([racer])))
  return [`epoch ${epoch} of ${count}`, ...valuesInWords(racer, epoch)].join(' · ')
}
