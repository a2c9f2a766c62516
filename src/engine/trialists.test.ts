// Learning rates that several workers try come to the same, whoever of them fails or is left.
import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../core/experiment/networkExperiment.ts'
import { rateTrials, type Trial, type TrialSpec } from '../core/studies/rateTrials.ts'
import { jobs, takeTrialists } from './jobs/rateTrials.ts'
import { attendTrials, type Trialist, type TrialWord } from './trialists.ts'

const experiment: NetworkExperiment = {
  data: { kind: 'sine', n: 20 },
  layers: [3],
  epochs: 4,
  runs: [{ optimizer: 'sgd' }],
}
const spec: TrialSpec = { experiment, run: 0, effort: { epochs: 4, points: 20 } }
const rates = [0.01, 1, 0.1, 0.001, 0.03, 0.3]
const alone = [...rateTrials(spec, rates)].filter((trial) => trial !== undefined)

/** A trialist on this thread, which trains when it is told to. */
function trialistHere() {
  const words: TrialWord[] = []
  let hears: (trial: Trial) => void = () => undefined
  const here = { done: 0, isTerminated: false }
  const trialist: Trialist = {
    postMessage: (word) => words.push(word),
    listen(answered) {
      hears = answered
    },
    terminate() {
      here.isTerminated = true
    },
  }
  const attend = attendTrials((trial) => {
    here.done++
    hears(trial)
  })
  return {
    ...{ trialist, here },
    work: () => {
      for (const word of words.splice(0)) attend(word)
    },
  }
}

/** All trials as they come, in turn with others' work. */
function shared(others: readonly ReturnType<typeof trialistHere>[], between: () => void) {
  takeTrialists(() => others.map(({ trialist }) => trialist))
  const trials: Trial[] = []
  for (const piece of jobs.rateTrials.run({ ...spec, rates })) {
    if (piece && 'chunk' in piece) trials.push(piece.chunk)
    between()
  }
  return trials
}

test('are in the order in which they were asked for, whoever has done them', () => {
  const others = [trialistHere(), trialistHere()]
  const trials = shared(others, () => {
    for (const { work } of others) work()
  })
  expect(trials).toEqual(alone)
  expect(others.every(({ here }) => here.done > 0 && here.isTerminated)).toBe(true)
})

test('are whole where one stops on the way, and another one never comes', () => {
  const [lame, absent] = [trialistHere(), trialistHere()]
  expect(shared([lame, absent], () => lame.here.done < 1 && lame.work())).toEqual(alone)
  expect([lame.here.done, absent.here.done]).toEqual([1, 0])
})

test('that are left are left by all', () => {
  const other = trialistHere()
  takeTrialists(() => [other.trialist])
  const work = jobs.rateTrials.run({ ...spec, rates })
  work.next()
  work.return()
  expect(other.here.isTerminated).toBe(true)
})
