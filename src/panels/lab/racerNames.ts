import { useEffect } from 'react'
import type { Run } from '../../core/experiment/prepare.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { useArrived } from '../../ui/parts/Part.tsx'

/** A run that is alone needs no name. */
const naming = arrival(async () => (await import('../more.ts')).racerNames)

/** What racers are called where they are drawn. */
export function useRacerNames(runs: readonly Run[]): readonly string[] {
  const names = useArrived(naming)
  const isRace = runs.length > 1
  useEffect(() => {
    if (isRace) void naming.whole()
  }, [isRace])
  return isRace && names ? names(runs) : runs.map(({ label }) => label)
}
