// How the swings of a coordinate change from each to the next, judged by their peaks.

/** How far it swings from each turn to the next. */
function widthsOf(values: Float64Array, turns: readonly number[]): number[] {
  const heights = turns.map((k) => peak(values, k))
  return heights.slice(1).map((height, i) => Math.abs(height - (heights[i] as number)))
}

/** The top of the parabola through a turn and its neighbours: the steps rarely meet the top itself. */
function peak(values: Float64Array, k: number): number {
  const [before, here, after] = [k - 1, k, k + 1].map((at) => values[at] as number) as Three
  return here - (after - before) ** 2 / (8 * (before - 2 * here + after))
}

type Three = [number, number, number]

export interface Trend {
  /** Each width beside the one before. */
  readonly ratio: number
  /** How far their logarithms lie from a straight line. */
  readonly error: number
  /** What can be said of it: that, 1 where they stay as wide, nothing where scatter and sampling could look like it. */
  readonly told?: number
}

/** So many times what scatter and sampling could add up to; so many times as much surely does not hide behind them. */
const [clearly, surely] = [8, 2]
/** What changes less from swing to swing stays as wide. */
export const same = 5e-4
/** Of a logarithm: what rounding may add. */
const rounding = 1e-9
/** Of the change from third to third of the swings: a trend goes on alike. */
const alike = 0.75

/** The straight line through the logarithms of the widths. */
export function trendOf(values: Float64Array, turns: readonly number[]): Trend {
  const logs = widthsOf(values, turns).map(Math.log)
  const n = logs.length
  const [middle, mean] = [(n - 1) / 2, meanOf(logs)]
  let [above, below] = [0, 0]
  logs.forEach((value, i) => {
    above += (i - middle) * (value - mean)
    below += (i - middle) ** 2
  })
  const rise = below > 0 ? above / below : 0
  const error = Math.sqrt(meanOf(logs.map((v, i) => (v - mean - rise * (i - middle)) ** 2)))
  const gap = ((turns.at(-1) as number) - (turns[0] as number)) / n
  const third = Math.ceil(n / 3)
  const [first, last] = [meanOf(logs.slice(0, third)), meanOf(logs.slice(-third))]
  const centre = meanOf(logs.slice(Math.floor((n - third) / 2), Math.ceil((n + third) / 2)))
  const isAlike = Math.abs(first + last - 2 * centre) <= alike * Math.abs(last - first)
  const doubt = error + missed(gap) + rounding
  const isClear = isAlike && Math.abs(rise) * n >= clearly * doubt
  const isSteady = Math.abs(rise) + (surely * doubt) / n <= same
  const ratio = Math.exp(rise)
  return { ratio, error, ...((isClear || isSteady) && { told: isClear ? ratio : 1 }) }
}

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** What is missed of the logarithm of a wave's peak at most, where it turns every so many steps: midway between two of them. */
function missed(gap: number): number {
  if (gap === 1) return 0
  const [near, far] = [Math.cos(Math.PI / gap / 2), Math.cos((1.5 * Math.PI) / gap)]
  return -Math.log(near + (near - far) / 8)
}
