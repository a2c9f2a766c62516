// Scales from numbers to pixels. d3's own bring along how to mix colours and dates, 10 KB of a first visit's budget; its
// choice of round numbers is used.
import { nice, ticks } from 'd3'

export interface PlotScale {
  (value: number): number
  readonly invert: (pixel: number) => number
  /** About so many round numbers of the domain. */
  readonly ticks: (count: number) => number[]
  readonly domain: () => readonly [number, number]
  readonly range: () => readonly [number, number]
}

type Interval = readonly [number, number]

/** Where a value lies between two others, as a share. */
const share = ([from, to]: Interval, value: number) =>
  to === from ? 0.5 : (value - from) / (to - from)
const at = ([from, to]: Interval, part: number) => from * (1 - part) + to * part

/** Equal differences are equally far. */
export const linear = (domain: Interval, range: Interval): PlotScale =>
  Object.assign((value: number) => at(range, share(domain, value)), {
    invert: (pixel: number) => at(domain, share(range, pixel)),
    ticks: (count: number) => ticks(...domain, count),
    domain: () => domain,
    range: () => range,
  })

/** The same, from a round number to a round number. */
export function linearNice([from, to]: Interval, range: Interval): PlotScale {
  const [low = from, high = to] = nice(from, to, niceCount)
  return linear([low, high], range)
}

const niceCount = 10

/** Equal ratios are equally far; from a power of ten to a power of ten. For domains above 0. */
export function logarithmicNice([from, to]: Interval, range: Interval): PlotScale {
  const powers = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))] as const
  const below = linear(powers, range)
  return Object.assign((value: number) => (value > 0 ? below(Math.log10(value)) : Number.NaN), {
    invert: (pixel: number) => 10 ** below.invert(pixel),
    ticks: (count: number) => logarithmicTicks(powers, count),
    domain: () => [10 ** powers[0], 10 ** powers[1]] as const,
    range: () => range,
  })
}

/** Powers of ten, all or every so many; between them 2 and 5 where there is room. */
function logarithmicTicks([low, high]: Interval, count: number): number[] {
  const decades = high - low
  const every = Math.max(1, Math.ceil(decades / count))
  const steps = decades * 3 <= count ? [1, 2, 5] : [1]
  const all: number[] = []
  for (let power = low; power <= high; power += every)
    for (const step of steps) {
      const tick = Number(`${step}e${power}`)
      if (tick <= 10 ** high) all.push(tick)
    }
  return all
}
