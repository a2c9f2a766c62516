// state/descents/: the kind of lab that shows descents, which curve, surface and maps share.
//
// The kind of lab that shows descents of functions: curve, surface and maps.
import type { Experiment } from '../../core/experiment/experiment.ts'
import type { Parts } from '../../core/experiment/part.ts'
import { partsOf } from '../../core/experiment/parts.ts'
import type { Prepared } from '../../core/experiment/prepare.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { theValue } from '../../core/loss/valueName.ts'
import { tried } from '../lab/consider.ts'
import type { LabKind, Mended, Own } from '../lab/kind.ts'
import type { Lab, LabState, Shown } from '../lab/lab.ts'
import { consider } from './consider.ts'
import { type Check, mend, type RejectedRule } from './mend.ts'
import { preparedOf } from './preparedOf.ts'
import { lastStep, type Race, race } from './race.ts'

/** What a lab of descents keeps beside its experiment. */
interface Beside {
  /** The run whose formula and table are shown. */
  readonly selected: number
  /** The text of a function that could not be used: it stays to be corrected, until another function takes its place. */
  readonly rejected: string | undefined
  /** The text of a rule that a link or a file brought and that cannot be used. */
  readonly rejectedRule: RejectedRule | undefined
}

interface Functions {
  select(run: number): void
  /** Lets go of a text that could not be used: another one is typed in its place. */
  forget(text: 'rejected' | 'rejectedRule'): void
}

export type DescentKind = LabKind<Experiment, Prepared, Race, Beside, Functions>
export type DescentLab = Lab<Experiment, Prepared, Race, Beside> & Functions
export type DescentState = LabState<Experiment, Prepared, Race, Beside> & Beside
/** A race that is on the screen. */
export type ShownRace = Shown<Experiment, Prepared, Race>

type Common = Pick<DescentKind, 'id' | 'initial' | 'exports' | 'keys'>

interface Options extends Common {
  /** Of how many variables its functions are. */
  readonly variables: 1 | 2
  /** The words of what its plot can show beside the paths. */
  readonly shows?: readonly string[]
}

/** Makes a kind of lab that shows descents. */
export function descents({ variables, shows = [], ...kind }: Options): DescentKind {
  const check = checkFor(kind.id, variables)
  return {
    ...descentsThat({ ...kind, parts: partsOf(shows), check }),
    takes: ({ f, params }) =>
      f !== undefined && typeof tried(() => check({ f, ...(params && { params }) })) !== 'string',
  }
}

interface Checked extends Common {
  readonly parts: Parts<Experiment>
  readonly check: Check
}

/** Makes a kind of lab that shows those descents that pass a check, and whatever else their experiments say. */
export function descentsThat({ check, ...kind }: Checked): DescentKind {
  const checked = (experiment: Experiment) => {
    check(experiment)
    return preparedOf(experiment)
  }
  return {
    ...kind,
    prepare: checked,
    run: race,
    last: lastStep,
    consider: (change, state) => consider(change, state, checked),
    mend: (said) => asMended(mend(said, kind.initial, check)),
    own,
  }
}

const checkFor =
  (id: string, wanted: 1 | 2): Check =>
  ({ f, params }) => {
    const { variables } = readLoss(f, params)
    if (variables.length === wanted) return
    const has = wanted === 1 ? 'one variable' : 'two variables'
    const others = variables.length === 1 ? 'one' : variables.length
    throw new ExperimentError(
      `A ${id} has ${has}, but ${theValue(variables)} has ${others}: ${variables.join(', ')}`,
    )
  }

const asMended = ({
  experiment,
  complaints,
  rejected,
  rejectedRule,
}: ReturnType<typeof mend>): Mended<Experiment, Beside> => ({
  experiment,
  complaints,
  own: { rejected, rejectedRule },
  ...(rejected !== undefined && { standsIn: { rejected } }),
})

const own: Own<Experiment, Prepared, Race, Beside, Functions> = {
  initial: { selected: 0, rejected: undefined, rejectedRule: undefined },
  remembered: ({ selected }) => ({ selected, rejected: undefined }),
  functions: (_, set) => ({
    select: (selected) => set({ selected }),
    forget: (text) => set({ [text]: undefined }),
  }),
}
