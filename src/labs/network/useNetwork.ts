// How parts of the network lab reach it: what is shown, and the moment of the selected run.
import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
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

/** The experiment as it was written, with what is meant where it says nothing. */
export function useExperiment() {
  const experiment = useNetworkState((state) => state.experiment)
  return useMemo(() => completedNetwork(experiment), [experiment])
}

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
  return useMemo(() => completedNetwork(asOf(experiment, at)), [experiment, at])
}
