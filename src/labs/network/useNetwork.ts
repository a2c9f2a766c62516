// How parts of the network lab reach it: what is shown, and the moment of the selected run.
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { completedNetwork } from '../../core/experiment/networkParts.ts'
import { asOf } from '../../state/networks/changes.ts'
import type { NetworkLab, NetworkState, ShownTraining } from '../../state/networks/networks.ts'

export const NetworkContext = createContext<NetworkLab | undefined>(undefined)

export function useNetworkLab(): NetworkLab {
  const lab = useContext(NetworkContext)
  if (!lab) throw new Error('Parts of the network lab stand inside its NetworkContext')
  return lab
}

export const useNetworkState = <T>(select: (state: NetworkState) => T): T =>
  useStore(useNetworkLab().store, select)

/** What is on the screen. The lab shows its parts only when there is something. */
export function useShownTraining(): ShownTraining {
  const shown = useNetworkState((state) => state.shown)
  if (!shown) throw new Error('Nothing is shown yet')
  return shown
}

/** The place of the selected run among those that are shown. */
export const useSelected = (): number =>
  useNetworkState(({ selected, shown }) => Math.min(selected, (shown?.seen.length ?? 1) - 1))

const whole = new WeakMap<NetworkExperiment, ReturnType<typeof completedNetwork>>()

/** The experiment as it was written, with what is meant where it says nothing. */
export function useExperiment() {
  const experiment = useNetworkState((state) => state.experiment)
  const known = whole.get(experiment) ?? completedNetwork(experiment)
  whole.set(experiment, known)
  return known
}

const held = new WeakMap<NetworkExperiment, Map<string, ReturnType<typeof completedNetwork>>>()

/** The same with the settings that hold at the batch that is shown. */
export function useHere() {
  const experiment = useNetworkState((state) => state.experiment)
  // Between two changes all batches are alike.
  const at = useNetworkState(({ playhead }) =>
    Math.max(
      0,
      ...(experiment.changes ?? [])
        .map((change) => change.at)
        .filter((one) => one <= Math.floor(playhead)),
    ),
  )
  const known = held.get(experiment) ?? new Map<string, ReturnType<typeof completedNetwork>>()
  held.set(experiment, known)
  const here = known.get(String(at)) ?? completedNetwork(asOf(experiment, at))
  known.set(String(at), here)
  return here
}
