import { useEffect, useState } from 'react'
import type { Cloud } from '../../core/runs/cloud.ts'
import { useDescentLab, useShownLater } from '../../panels/lab/descents.ts'
import { atRest } from '../../panels/lab/pace.ts'
import type { Shown } from '../../state/lab/lab.ts'
import { useLooks } from './looks.ts'

const repeats = 30

/** A noisy run repeated with other noise, when it rests; nothing where there is no noise, or no wish. */
export function useCloud(run: number): Cloud | undefined {
  const lab = useDescentLab()
  const shown = useShownLater(atRest)
  const isWanted = useLooks((state) => state.repeats) && shown.prepared.noise > 0
  const [cloud, show] = useState<{
    readonly of: Shown
    readonly run: number
    readonly cloud: Cloud
  }>()
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    const compute = async () => {
      const spec = { experiment: shown.experiment, run, repeats }
      for await (const chunk of lab.engine.run('cloud', spec)) {
        if (!isCurrent) return
        show({ of: shown, run, cloud: chunk })
      }
    }
    compute().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [lab, shown, run, isWanted])
  return isWanted && cloud?.of === shown && cloud.run === run ? cloud.cloud : undefined
}
