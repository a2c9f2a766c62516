// Where a point at rest stands, told by the second derivatives there. Slope 0 alone is no minimum.

import { pointAt } from '../../descent/steps.ts'
import { bendsOf, jetOf, largestEigenvalue } from '../../loss/curvature.ts'
import type { Loss } from '../../loss/loss.ts'
import type { Evidence } from '../evidence.ts'

interface Stationary {
  readonly kind: 'saddle point' | 'maximum' | 'ridge'
  /** Of length 1: where it falls away most; unknown with more than two variables. */
  readonly down?: readonly number[]
}

/** A second derivative this small beside the largest one counts as none. */
const negligible = 1e-9
/** How far from where the slope is 0, beside the size of the point, is still there. */
const nearby = 1e-3

interface Bending {
  readonly value: number
  readonly direction?: readonly number[]
}

/** Second derivatives along the main directions; with more than two variables the largest and the least. */
function bendings(hessian: Float64Array, d: number): readonly Bending[] {
  if (d === 1) return [{ value: hessian[0] as number, direction: [1] }]
  if (d === 2) return bendsOf(hessian)
  const least = -largestEigenvalue(
    hessian.map((value) => -value),
    d,
  )
  return [{ value: largestEigenvalue(hessian, d) }, { value: least }]
}

/**
 * The kind of point where the slope is 0; nothing if it bends up in every direction, or if it cannot be told.
 * @param isUp whoever climbs sees it upside down
 */
function stationaryAt(loss: Loss, at: readonly number[], isUp = false): Stationary | undefined {
  const { gradient, hessian } = jetOf(loss)(at)
  const seen = isUp ? hessian.map((value) => -value) : hessian
  const all = bendings(seen, at.length)
  const most = Math.max(...all.map(({ value }) => Math.abs(value)))
  const bent = all.filter(({ value }) => Math.abs(value) > negligible * most)
  const last = bent.at(-1)
  if (!Number.isFinite(most) || !last || last.value > 0) return undefined
  // As far as Newton's method would go from here.
  const least = Math.min(...bent.map(({ value }) => Math.abs(value)))
  if (!(Math.hypot(...gradient) <= nearby * (1 + Math.hypot(...at)) * least)) return undefined
  const isSaddle = bent.some(({ value }) => value > 0)
  const kind = isSaddle ? 'saddle point' : bent.length < all.length ? 'ridge' : 'maximum'
  return { kind, ...(last.direction && { down: last.direction }) }
}

export interface StationaryInWords {
  /** at a saddle point */
  readonly place: string
  readonly isSaddle: boolean
  /** downhill is along (0.00, 1.00) */
  readonly way: string
}

/** For whoever goes down, and for whoever goes up. */
const places: Readonly<Record<Stationary['kind'], readonly [string, string]>> = {
  'saddle point': ['at a saddle point', 'at a saddle point'],
  maximum: ['at a maximum', 'at a minimum'],
  ridge: ['on a ridge', 'in a valley'],
}

/** Where a run ended; whoever maximizes stands on valleys and looks uphill. */
export function stationaryInWords({
  prepared,
  recording,
  run,
  n,
  d,
}: Evidence): StationaryInWords | undefined {
  const isUp = run.settings.maximize === true
  const stationary = stationaryAt(prepared.loss, pointAt(recording.x, n, d), isUp)
  if (!stationary) return undefined
  const way = `${isUp ? 'uphill' : 'downhill'} is ${wayIn(stationary, d)}`
  const place = places[stationary.kind][Number(isUp)] as string
  return { place, isSaddle: stationary.kind === 'saddle point', way }
}

function wayIn({ kind, down }: Stationary, d: number): string {
  if (kind === 'maximum') return d === 1 ? 'on both sides' : 'all around'
  return down ? `along ${directionInWords(down)}` : 'in some directions'
}

const decimals = 2

/** A direction and its opposite are the same: the first part that can be seen is positive. */
function directionInWords(direction: readonly number[]): string {
  const shown = (value: number) => Number(value.toFixed(decimals))
  const sign = (direction.map(shown).find((value) => value !== 0) ?? 1) < 0 ? -1 : 1
  const parts = direction.map((value) => shown(sign * value) + 0)
  return `(${parts.map((v) => v.toFixed(decimals).replace('-', '−')).join(', ')})`
}
