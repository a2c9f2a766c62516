import type { Run } from '../../core/experiment/prepare.ts'
import { arrival } from '../../ui/parts/arrival.ts'
import { useArrived } from '../../ui/parts/Part.tsx'

/** A run that is alone needs no name. */
const naming = arrival(async () => (await import('../more.ts')).racerNames)

/** What racers are called where they are drawn. */
export function useRacerNames(runs: readonly Run[]): readonly string[] {
  const isRace = runs.length > 1
  const names = useArrived(naming, isRace)
  return isRace && names ? names(runs) : runs.map(({ label }) => label)
}
