// Other workers that train with some of the learning rates that are tried, on cores that nobody else uses.
import { rateTrials, type Trial, type TrialSpec } from '../core/studies/rateTrials.ts'

/** What a trialist is told: first what is tried, then one rate after the other. */
export type TrialWord = { readonly spec: TrialSpec } | { readonly rate: number }

/** A worker as a trialist, or whatever stands in its place. */
export interface Trialist {
  postMessage(word: TrialWord): void
  listen(answered: (trial: Trial) => void): void
  terminate(): void
}

/** The trialist's own end: trains with a rate as soon as it is told. */
export function attendTrials(answer: (trial: Trial) => void): (word: TrialWord) => void {
  let trials: ReturnType<typeof rateTrials> | undefined
  let asked = Number.NaN
  function* rates() {
    for (;;) yield asked
  }
  return (word) => {
    if ('spec' in word) {
      trials = rateTrials(word.spec, rates())
      return
    }
    asked = word.rate
    for (;;) {
      const { done, value } = trials?.next() ?? { done: true }
      if (value) return answer(value)
      if (done) return
    }
  }
}

/**
 * Tries rates, some of them by others. Nobody is waited for: what the others have not done when all else is, is done here
 * too; whoever is first has done it.
 * @yields the trials in the order of the rates, and nothing while it breathes
 */
export function* sharedTrials(
  { spec, rates }: { readonly spec: TrialSpec; readonly rates: readonly number[] },
  others: readonly Trialist[],
): Generator<Trial | undefined, void> {
  const left = [...rates]
  const given: number[] = []
  const known = new Map<number, Trial>()
  for (const other of others) {
    const ask = () => {
      const rate = left.shift()
      if (rate === undefined) return
      given.push(rate)
      other.postMessage({ rate })
    }
    other.listen((trial) => {
      known.set(trial.rate, trial)
      ask()
    })
    other.postMessage({ spec })
    ask()
  }
  function* own() {
    for (;;) {
      const rate = left.shift() ?? given.findLast((one) => !known.has(one))
      if (rate === undefined) return
      yield rate
    }
  }
  let told = 0
  try {
    for (const trial of rateTrials(spec, own())) {
      if (trial) known.set(trial.rate, trial)
      const before = told
      for (; known.has(rates[told] as number); told++) yield known.get(rates[told] as number)
      if (told === rates.length) return
      if (told === before) yield undefined
    }
  } finally {
    for (const other of others) other.terminate()
  }
}
