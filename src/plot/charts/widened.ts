/** A domain that has a size, for values that may be none or all the same. */
export function widened(
  [low, high]: readonly [number, number] | readonly [undefined, undefined],
  isLog: boolean,
): readonly [number, number] {
  if (low === undefined || high === undefined) return isLog ? [0.1, 1] : [0, 1]
  if (low < high) return [low, high]
  return isLog ? [low / 2, high * 2] : [low - 0.5, high + 0.5]
}
