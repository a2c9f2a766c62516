// Whether f falls without end where a run goes: then it has no minimum there, whatever the learning rate.
import { pointAt } from '../descent/steps.ts'
import { jetOf } from '../loss/curvature.ts'
import type { Evidence } from './evidence.ts'

/** Along the slope: f falls as far as is looked, and no slower each time; or it falls ever less. */
export type WayOut = 'no floor' | 'endless'

/** Of the size of the point: the first look, each one twice as far as the one before; so often. */
const [first, looks] = [1e-3, 60]
/** Of a fall: what rounding may take from it; the looks far out are compared. */
const [rounding, far] = [1e-6, looks / 2]

/** Looks from the last point with a slope straight down, or up for whoever climbs; nothing where it does not lead out. */
export function wayOut({ recording, prepared, run, n, d }: Evidence): WayOut | undefined {
  const { x, f, grad } = recording
  const sign = run.settings.maximize === true ? -1 : 1
  const isKnown = (k: number) =>
    Number.isFinite(f[k]) && pointAt(grad, k, d).every((slope) => Number.isFinite(slope))
  let k = n
  while (k > 0 && !isKnown(k)) k--
  const [at, slope] = [pointAt(x, k, d), pointAt(grad, k, d)]
  const steepness = Math.max(...slope.map(Math.abs))
  if (!(steepness > 0) || !isKnown(k)) return undefined
  const jet = jetOf(prepared.loss)
  const unit = (first * (1 + Math.hypot(...at))) / steepness
  let [before, fall, isFading] = [sign * (f[k] as number), 0, false]
  for (let i = 0; i < looks; i++) {
    const value = sign * jet(at.map((v, j) => v - sign * unit * 2 ** i * (slope[j] as number))).f
    if (value === -Infinity) return isFading ? undefined : 'no floor'
    if (!(value <= before)) return undefined
    if (i > far && !(before - value > (1 - rounding) * fall)) isFading = true
    fall = before - value
    before = value
  }
  return isFading ? 'endless' : 'no floor'
}
