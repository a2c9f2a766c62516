// Where a run stands that has stopped, and which way it would go on.
import type { Ground } from '../../descent/trace.ts'
import type { Evidence } from '../evidence.ts'

export interface StationaryInWords {
  /** at a saddle point */
  readonly place: string
  /** downhill is along (0.00, 1.00) */
  readonly way: string
}

type Bent = 'saddle point' | 'maximum' | 'ridge' | 'edge'

/** For whoever goes down, and for whoever goes up. */
const places: Readonly<Record<Bent, readonly [string, string]>> = {
  'saddle point': ['at a saddle point', 'at a saddle point'],
  maximum: ['at a maximum', 'at a minimum'],
  ridge: ['on a ridge', 'in a valley'],
  edge: ['on a level spot', 'on a level spot'],
}

/** Ground from which it goes down in some direction; whoever maximizes stands on valleys and looks uphill. */
export function stationaryInWords(
  { run, d }: Evidence,
  ground?: Ground,
): StationaryInWords | undefined {
  const kind = ground?.kind
  if (!kind || !(kind in places)) return undefined
  const isUp = run.settings.maximize === true
  const way = `${isUp ? 'uphill' : 'downhill'} is ${wayIn(ground, d)}`
  const place = places[kind as Bent][Number(isUp)] as string
  return { place, way }
}

function wayIn({ kind, down }: Ground, d: number): string {
  if (kind === 'edge') return 'right beside'
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
