// A known minimum that is deeper than where a run ended.
import type { Better } from '../descent/trace.ts'
import { heightAt } from '../loss/heightAt.ts'
import { deepestMinima } from '../loss/knownMinima.ts'
import type { Evidence } from './evidence.ts'

/** Values that differ by less are equally deep. */
const same = 1e-6

export const isDeeper = (f: number, level: number): boolean =>
  f < level - same * (1 + Math.abs(level))

/** The deepest minimum that is known, if it is clearly deeper than where the run ended. */
export function betterMinimum({
  prepared: { loss },
  recording,
  n,
  run,
}: Evidence): Better | undefined {
  if (run.settings.maximize === true) return undefined
  const reached = recording.f[n] as number
  const [point] = deepestMinima(loss)
  const f = point ? heightAt(loss, point) : reached
  return point && isDeeper(f, reached) ? { point, f } : undefined
}
