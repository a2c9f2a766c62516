import { useCallback, useEffect, useRef, useState } from 'react'
import type { NetworkExperiment } from '../../../core/experiment/networkExperiment.ts'
import type { NetworkLab } from '../../../state/networks/networks.ts'
import type { SliceSpec } from './useSlice.ts'

interface Known {
  /** The batches that were done at each moment of the paths. */
  readonly steps: readonly number[]
  /** Asks for the paths as far as the training has come; nothing if someone has asked again since. */
  readonly whole: () => Promise<SliceSpec['paths'] | undefined>
}

/** The way of all racers through their parameters. */
export function usePaths(lab: NetworkLab, experiment: NetworkExperiment): Known {
  const [steps, know] = useState<readonly number[]>([])
  const leave = useRef<() => void>(undefined)
  useEffect(() => () => leave.current?.(), [])
  const whole = useCallback(async () => {
    leave.current?.()
    const to = lab.store.getState().shown?.reach ?? 0
    const pieces = lab.engine.run('trainingPaths', { experiment, to })
    leave.current = () => void pieces.return()
    const { done, value } = await pieces.next()
    if (done || !value) return undefined
    know(value.steps)
    return value.paths
  }, [lab, experiment])
  return { steps, whole }
}
