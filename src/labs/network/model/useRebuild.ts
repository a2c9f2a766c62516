import { useState } from 'react'
import type { Edit } from '../../../state/networks/changes.ts'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'

/** What changes the network or its course from the beginning on; both say whether they did. */
export interface Rebuilding {
  readonly rebuild: (edit: Edit, about: string) => boolean
  readonly deepen: (layers: number) => boolean
}

/** With what is to be said of it where something was trained already: it is lost. */
export function useRebuild(): Rebuilding & { readonly told: string } {
  const lab = useNetworkLab()
  const experiment = useNetworkState((state) => state.experiment)
  /** Of what it was said: after Undo it is not true. */
  const [told, tell] = useState<object>()
  const saying = (change: () => boolean) => {
    const had = Math.floor(lab.store.getState().playhead) > 0
    const isRebuilt = change()
    tell(isRebuilt && had ? lab.store.getState().experiment : undefined)
    return isRebuilt
  }
  const rebuild = (edit: Edit, about: string) => saying(() => lab.rebuild(edit, about))
  const deepen = (count: number) => saying(() => lab.deepen(count, 'layers'))
  const words = told === experiment ? 'Training began anew.' : ''
  return { rebuild, deepen, told: words }
}
