// The racers of a training as charts know them.
import { useMemo } from 'react'
import type { Epochs, Racer } from '../charts/racers.ts'
import type { Rates } from '../charts/rateView.ts'
import { useNetworkState } from '../useNetwork.ts'

/** What is known of each, as far as it has come. */
export function useRacers(): readonly (Racer & Rates)[] {
  const racers = useNetworkState(({ shown }) => shown?.racers)
  return useMemo(() => (racers ?? []).map((racer, run) => ({ ...racer, run })), [racers])
}

/** Epochs and batches, from one to the other. */
export function useEpochs(): Epochs {
  const { starts } = useNetworkState(({ prepared }) => prepared.pace)
  return useMemo(() => {
    const count = starts.length - 1
    const stepOf = (epoch: number) => {
      const whole = Math.min(Math.floor(epoch), count)
      const [from = 0, to = from] = [starts[whole], starts[whole + 1]]
      return Math.floor(from + (epoch - whole) * (to - from))
    }
    const epochOf = (step: number) => {
      const whole = lastAtMost(starts, step)
      const [from = 0, to] = [starts[whole], starts[whole + 1]]
      return whole + (to === undefined ? 0 : (step - from) / (to - from))
    }
    return { count, stepOf, epochOf }
  }, [starts])
}

/** Where the last value stands that is not above another. */
function lastAtMost(values: Float64Array, most: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] as number) <= most) low = middle
    else high = middle - 1
  }
  return low
}
