// Where a network begins to learn its points by heart: the curve of the validation loss turns up for good.

/** The validation loss has risen by at least this share of its minimum. */
const clearRise = 0.05
/** While the training loss has fallen by at least this share. */
const clearFall = 0.01
/** Of epochs, or of stretches of them: sooner after the minimum nobody can tell. */
const soonest = 8
/** The last part of what comes after the minimum, which is where the curve has arrived. */
const end = 0.25
/** The part of what comes after the minimum that never comes near it again. */
const above = 0.5
/** Curves are looked at in so many stretches at the most. */
const mostStretches = 200

/**
 * How large a rise must be that is no chance, in units of what the curve does otherwise. It falls back on its way: if it
 * only wandered about, by twice the rise. It rose before, to no purpose; it is asked so many times as far back. And
 * single values leap.
 */
const chance = { fallBack: 1.5, before: 2.5, back: 3, deviations: 4 }

/**
 * The epoch of the lowest validation loss, where after it that rises clearly and for good while the training loss goes
 * on falling. Medians stand for stretches of epochs; a rise must be larger than what the curve does by chance.
 * @param losses before each epoch, over the training data
 * @param validation likewise, over the validation set
 * @returns undefined where there is no such epoch, or not yet
 */
export function overfittingFrom(
  losses: Float64Array,
  validation: Float64Array,
): number | undefined {
  const count = usableCount(losses, validation)
  const size = Math.ceil(count / mostStretches)
  const rough = logarithms(validation, count, size)
  const judged = smooth(rough)
  const lowest = judged.indexOf(Math.min(...judged))
  const after = judged.slice(lowest)
  if (after.length <= soonest) return undefined
  const learned = smooth(logarithms(losses, count, size)).slice(lowest)
  const last = Math.max(soonest, Math.round(end * after.length))
  if (median(learned.slice(-last)) > (learned[0] as number) + Math.log(1 - clearFall))
    return undefined
  if (!isForGood(after, last, chanceOf(judged, rough, lowest))) return undefined
  const reach = reachOf(judged.length)
  return lowestIn(validation, (lowest - reach) * size, (lowest + reach + 1) * size)
}

/** @param rise what chance could do */
function isForGood(after: readonly number[], last: number, rise: number): boolean {
  const least = after[0] as number
  const needed = Math.max(Math.log1p(clearRise), rise)
  if (median(after.slice(-last)) < least + Math.max(needed, chance.fallBack * fallBackOf(after)))
    return false
  const near = after.findLastIndex((value) => value < least + needed / 2)
  return after.length - 1 - near >= Math.max(soonest, above * after.length)
}

/** How far the curve might rise by chance, after what it did before its lowest place. */
function chanceOf(judged: readonly number[], rough: readonly number[], lowest: number): number {
  const back = Math.max(0, lowest - chance.back * (judged.length - lowest))
  const before = fallBackOf(judged.slice(back, lowest + 1).reverse())
  const noise = deviationOf(rough) / Math.sqrt(2 * reachOf(judged.length) + 1)
  return Math.max(chance.before * before, chance.deviations * noise)
}

/** How far both curves go before one of them stops being a number above 0. */
function usableCount(losses: Float64Array, validation: Float64Array): number {
  const isUsable = (value: number | undefined) => Number.isFinite(value) && Number(value) > 0
  const most = Math.min(losses.length, validation.length)
  for (let k = 0; k < most; k++) if (!isUsable(losses[k]) || !isUsable(validation[k])) return k
  return most
}

/** Of the medians of stretches of so many values, a last one that is shorter left out. */
const logarithms = (values: Float64Array, count: number, size: number): number[] =>
  Array.from({ length: Math.floor(count / size) || 0 }, (_, i) =>
    Math.log(median(values.subarray(i * size, (i + 1) * size))),
  )

/** How many neighbours on each side smooth a value: none in short curves, 5 in long ones. */
const reachOf = (count: number) => Math.floor(count / 40)

/** Medians of each value and its neighbours. */
function smooth(values: readonly number[]): number[] {
  const reach = reachOf(values.length)
  return values.map((_, i) => median(values.slice(Math.max(0, i - reach), i + reach + 1)))
}

/** The most by which a value lies below one before it. */
function fallBackOf(values: readonly number[]): number {
  let [highest, most] = [Number.NEGATIVE_INFINITY, 0]
  for (const value of values) {
    highest = Math.max(highest, value)
    most = Math.max(most, highest - value)
  }
  return most
}

/** The deviation of single values from a smooth curve, by their second differences, of which some may be far out. */
function deviationOf(values: readonly number[]): number {
  const bends = values
    .slice(2)
    .map((value, i) => Math.abs(value - 2 * (values[i + 1] as number) + (values[i] as number)))
  // Half of a normal distribution lies within 0.6745; a second difference has 1 + 4 + 1 times the variance of a value.
  return bends.length === 0 ? 0 : median(bends) / 0.6745 / Math.sqrt(6)
}

function median(values: Float64Array | readonly number[]): number {
  if (values.length === 1) return values[0] as number
  const sorted = Float64Array.from(values).sort()
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2
}

/** Where the least of some values is, from a place to before another. */
function lowestIn(values: Float64Array, from: number, to: number): number {
  const first = Math.max(0, from)
  const stretch = values.subarray(first, to)
  return first + stretch.indexOf(stretch.reduce((a, b) => Math.min(a, b)))
}
