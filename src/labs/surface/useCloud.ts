import { useEffect, useState } from 'react'
import type { Cloud } from '../../core/studies/cloud.ts'
import { useDescentLab, useShownLater } from '../../panels/lab/descents.ts'
import { atRest } from '../../panels/lab/pace.ts'
import type { Shown } from '../../state/lab/lab.ts'
import { follow } from '../../state/lab/pieces.ts'
import { useLook } from './useLook.ts'

const repeats = 30

/** A noisy run repeated with other noise, when it rests; nothing where there is no noise, or no wish. */
export function useCloud(run: number): Cloud | undefined {
  const lab = useDescentLab()
  const shown = useShownLater(atRest)
  const isWanted = useLook('repeats') && shown.prepared.noise > 0
  const [cloud, show] = useState<{
    readonly of: Shown
    readonly run: number
    readonly cloud: Cloud
  }>()
  useEffect(() => {
    if (!isWanted) return
    const spec = { experiment: shown.experiment, run, repeats }
    return follow(lab.engine.run('cloud', spec), (found) => show({ of: shown, run, cloud: found }))
  }, [lab, shown, run, isWanted])
  return isWanted && cloud?.of === shown && cloud.run === run ? cloud.cloud : undefined
}
