// How parts of the network lab reach it: what is shown, and the moment of the selected run.
import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { completedNetwork } from '../../core/experiment/networkParts.ts'
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
