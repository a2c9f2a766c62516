// state/networks/: the kind of lab that trains networks: what is looked at, what changes on the way, what controls do.
//
// The kind of lab that trains networks.
import { unreachedInWords } from '../../core/experiment/networkChanges.ts'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { networkParts } from '../../core/experiment/networkParts.ts'
import { type PreparedNetwork, prepareNetwork } from '../../core/experiment/networkPrepare.ts'
import { runsTheSame } from '../../core/experiment/part.ts'
import { sizeOf } from '../../core/networks/network.ts'
import type { RejectedRule } from '../descents/mend.ts'
import type { LabKind, Mended, Own } from '../lab/kind.ts'
import type { Lab, LabState, Shown } from '../lab/lab.ts'
import { mend } from '../lab/mend.ts'
import { type Edit, fromBeginning, whileTraining } from './changes.ts'
import { type KnownLayers, knownLayers, noLayers, setDepth } from './depth.ts'
import { type Watched, watched } from './watching.ts'

interface Beside {
  /** The run whose network, formula and numbers are shown. */
  readonly selected: number
  /** The parameter whose update is followed, by its place among all. */
  readonly parameter: number | undefined
  /** The point that is followed through the network by hand, by its place among all. */
  readonly sample: number | undefined
  readonly rejectedRule: RejectedRule | undefined
  /** Hidden layers that are there or were. */
  readonly layers: KnownLayers
}

interface Functions {
  look(part: Partial<Beside>): void
  /** Changes settings from the batch that is shown on, or, at the beginning and the end, from the beginning. */
  adjust(edit: Edit, about?: string): boolean
  /** Changes what is trained: the training begins anew. */
  rebuild(edit: Edit, about?: string): boolean
  /** Changes how many hidden layers there are; those that were taken away come back as they were. */
  deepen(count: number, about?: string): boolean
}

type NetworkKind = LabKind<NetworkExperiment, PreparedNetwork, Watched, Beside, Functions>
export type NetworkLab = Lab<NetworkExperiment, PreparedNetwork, Watched, Beside> & Functions
export type NetworkState = LabState<NetworkExperiment, PreparedNetwork, Watched, Beside> & Beside
export type ShownTraining = Shown<NetworkExperiment, PreparedNetwork, Watched>

const nothing: Beside = {
  selected: 0,
  parameter: undefined,
  sample: undefined,
  rejectedRule: undefined,
  layers: noLayers,
}

const own: Own<NetworkExperiment, PreparedNetwork, Watched, Beside, Functions> = {
  initial: nothing,
  remembered: ({ selected }) => ({ selected }),
  functions(lab, set) {
    const rebuild: Functions['rebuild'] = (edit, about) => {
      const isRebuilt = lab.change(edit, about)
      if (isRebuilt) lab.seek(0)
      return isRebuilt
    }
    const deepen: Functions['deepen'] = (count, about) => {
      const { experiment, layers: before } = lab.store.getState()
      const layers = knownLayers(experiment, before)
      const isRebuilt = rebuild(setDepth(count, layers), about)
      if (isRebuilt) set({ layers })
      return isRebuilt
    }
    return { look: set, adjust: adjusting(lab), rebuild, deepen }
  },
}

const adjusting =
  (lab: Lab<NetworkExperiment, PreparedNetwork, Watched, Beside>): Functions['adjust'] =>
  (edit, about) => {
    const { prepared, shown, playhead } = lab.store.getState()
    const at = beginningOf(lab, Math.floor(playhead), about)
    const isOnTheWay = at > 0 && at < Math.min(prepared.pace.steps, shown?.last ?? 0)
    return lab.change(isOnTheWay ? whileTraining(edit, at) : fromBeginning(edit, at), about)
  }

/** Keys that follow each other so quickly (ms) are of one number. */
const pause = 1500

const lately = new WeakMap<object, { readonly about: string; readonly at: number; time: number }>()

/** The batch from which on a change holds: what is typed or dragged while it trains is one change, from where it began. */
function beginningOf(lab: object, at: number, about = ''): number {
  const before = lately.get(lab)
  const now = Date.now()
  const isGoingOn = about !== '' && before?.about === about && now - before.time < pause
  const from = isGoingOn && before.at <= at ? before.at : at
  lately.set(lab, { about, at: from, time: now })
  return from
}

function mended(
  said: Partial<NetworkExperiment>,
  initial: NetworkExperiment,
): Mended<NetworkExperiment, Beside> {
  const { experiment, complaints } = mend(said, { initial, prepare: prepareNetwork })
  const { changes } = experiment
  const unreached = changes && unreachedInWords(changes, prepareNetwork(experiment).pace.steps)
  return {
    experiment,
    complaints: unreached ? [...complaints, unreached] : complaints,
    own: nothing,
  }
}

/** What a training does not go on with when it is another: all but what may change on the way, and how long it takes. */
const beginning = networkParts.filter(
  ({ name }) => !['runs', 'batch', 'changes', 'epochs'].includes(name),
)

type Options = Pick<NetworkKind, 'id' | 'initial' | 'exports' | 'keys'>

/** Makes a kind of lab that trains networks. */
export const networks = (kind: Options): NetworkKind => ({
  ...kind,
  parts: networkParts,
  prepare: prepareNetwork,
  run: (engine, experiment, prepared, store) =>
    watched(
      engine,
      { experiment, prepared },
      {
        read: () => {
          const { playhead, parameter } = store.getState()
          // Without a choice, or where a smaller network has it no more, it is the first one.
          const isThere = parameter !== undefined && parameter < sizeOf(prepared.architecture)
          return { at: Math.floor(playhead), parameter: isThere ? parameter : 0 }
        },
        watch: store.subscribe,
      },
    ),
  rest: (engine) => engine.end('train'),
  isAnew: (from, to) => !runsTheSame(beginning, from, to),
  // Without any of them everything is as usual: then a file is of something else.
  takes: ({ data, layers }) => data !== undefined || layers !== undefined,
  last: ({ last }) => last,
  reach: ({ reached }) => reached,
  mend: (said) => mended(said, kind.initial),
  own,
})
