// The data of a network experiment as it is said: a kind with its numbers, or points of one's own.
import { ExperimentError, within } from '../experimentError.ts'
import { dataKinds } from '../networks/data/index.ts'
import { type DataChoice, type DataKind, drawPoints, type Points } from '../networks/data/kind.ts'
import type { LossName } from '../networks/losses.ts'
import { isCount, isListOf, isNumber, isRecord, isText } from './form.ts'
import { networkLimits } from './networkLimits.ts'
import { found } from './networkNames.ts'

export type DataSpec = GeneratedSpec | PointsSpec

interface GeneratedSpec extends Partial<DataChoice> {
  readonly kind: string
}

interface PointsSpec extends Points {
  readonly kind: typeof ownId
}

/** Points of one's own. */
export const ownId = 'points'

export const usualData: GeneratedSpec = { kind: 'sine' }

/** The kinds of data, and points of one's own, as they are called. */
export const dataNames: readonly { readonly id: string; readonly name: string }[] = [
  ...dataKinds,
  { id: ownId, name: 'Points of your own' },
]

/** What some data are called: by their kind, as far as it is known. */
export const nameOfData = ({ kind }: DataSpec): string =>
  dataNames.find(({ id }) => id === kind)?.name ?? kind

export const isOwn = (data: DataSpec): data is PointsSpec => data.kind === ownId

/** Classes are told apart, numbers are learned. */
export const usualLoss = ({ kind }: DataSpec): LossName =>
  dataKinds.find(({ id }) => id === kind)?.classes ? 'cross-entropy' : 'mse'

/** With all its numbers, so that the points stay the same whatever becomes of what is usual. */
export function spelledData(data: DataSpec): DataSpec {
  const kind = dataKinds.find(({ id }) => id === data.kind)
  if (isOwn(data) || !kind) return data
  const { n = kind.n, noise = kind.noise, seed = 0 } = data
  return { kind: data.kind, n, noise, seed }
}

const isTable = isListOf(isListOf(isNumber))
const isSize = (value: unknown) => Number.isFinite(value) && Number(value) >= 0
const fields: Readonly<Record<string, (value: unknown) => boolean>> = {
  kind: isText,
  n: isCount,
  noise: isSize,
  seed: isCount,
  inputs: isTable,
  targets: isTable,
}

export const isDataSpec = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(([key, field]) => field === undefined || fields[key]?.(field)) &&
  (value.kind === ownId ? isTable(value.inputs) && isTable(value.targets) : isText(value.kind))

/** The points of an experiment. */
export interface ReadData {
  readonly points: Points
  /** Not there for points of one's own. */
  readonly kind?: DataKind
  /** What chance had to do with it. */
  readonly seed: number
}

/** @throws ExperimentError with one sentence for a student */
export function readData(data: DataSpec): ReadData {
  if (isOwn(data)) return { points: checkedPoints(data), seed: 0 }
  const kinds = dataKinds.map(({ id }) => id)
  const kind = within(['kind'], () =>
    found(
      'data',
      dataKinds.find(({ id }) => id === data.kind),
      { id: data.kind, known: [...kinds, ownId] },
    ),
  )
  const { n = kind.n, noise = kind.noise, seed = 0 } = data
  const { most, words } = networkLimits.points
  if (n < 1 || n > most) throw new ExperimentError(words, { at: [['n']] })
  return { kind, seed, points: drawPoints(kind, { n, noise, seed }) }
}

function checkedPoints({ inputs, targets }: Points): Points {
  const { most, words } = networkLimits.points
  if (inputs.length === 0)
    throw new ExperimentError('There are no points yet: open a file, or say some', {
      at: [['inputs']],
    })
  if (inputs.length > most) throw new ExperimentError(words, { at: [['inputs']] })
  if (inputs.length !== targets.length)
    throw new ExperimentError(
      `Every point needs its target: there are inputs of ${inputs.length} and targets of ${targets.length}`,
      { at: [['targets']] },
    )
  checkRows(inputs, 'inputs')
  checkRows(targets, 'targets')
  return { inputs, targets }
}

function checkRows(rows: Points['inputs'], name: 'inputs' | 'targets'): void {
  const width = rows[0]?.length ?? 0
  const { most, words } = networkLimits.columns
  if (width < 1 || width > most) throw new ExperimentError(words, { at: [[name]] })
  const odd = rows.findIndex((row) => row.length !== width)
  if (odd >= 0)
    throw new ExperimentError(
      `Point ${odd + 1} has ${rows[odd]?.length} ${name}, the first one has ${width}`,
      { at: [[name, odd]] },
    )
  const endless = rows.findIndex((row) => !row.every(Number.isFinite))
  if (endless >= 0)
    throw new ExperimentError(`The ${name} of point ${endless + 1} must be numbers`, {
      at: [[name, endless]],
    })
}
