import { beforeEach, describe, expect, test } from 'vitest'
import { isCount, isText } from '../../core/experiment/form.ts'
import { type Parts, partOf } from '../../core/experiment/part.ts'
import { numberThat } from '../../core/experiment/texts.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { engineThat } from '../../engine/test/engineThat.ts'
import { readExperiment } from '../files.ts'
import { createLab } from './createLab.ts'
import type { LabKind } from './kind.ts'
import { mend } from './mend.ts'

/** An experiment of a toy: count to n, perhaps by strides. */
interface Counting {
  readonly lab?: string
  readonly n?: number
  readonly by?: number
  readonly at?: number
}

interface Counted {
  readonly values: readonly number[]
}

const prepare = ({ n = 3, by = 1 }: Counting) => {
  if (!Number.isInteger(n) || n < 1) throw new ExperimentError('It counts to a whole number')
  if (by > n) throw new ExperimentError(`A stride of ${by} is too long for ${n}`)
  return { goal: n, stride: by }
}
type Ready = ReturnType<typeof prepare>

const part = partOf<Counting>()
const whole = (words: string) => ({ form: { fits: isCount, words }, text: numberThat(isCount) })
const parts: Parts<Counting> = [
  part('lab', { form: { fits: isText, words: 'the name of a lab' } }),
  part('n', whole('how far to count')),
  part('by', whole('a stride')),
  part('at', whole('a step')),
]

const initial: Counting = { n: 5 }
const common = {
  parts,
  initial,
  prepare,
  exports: async () => [],
  mend: (said: Partial<Counting>) => mend(said, { initial, prepare }),
}
const noEngine = engineThat(async function* () {})

/** Everything that waits for nothing else has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A lab whose runs grow by one value whenever they are told to. */
function growing() {
  const ended: number[] = []
  const waiting = new Map<number, () => void>()
  const kind: LabKind<Counting, Ready, Counted> = {
    ...common,
    id: 'toy',
    async *run(_, __, { goal, stride }) {
      try {
        for (
          let values = [0];
          values.length <= goal + 1;
          values = [...values, stride * values.length]
        ) {
          await new Promise<void>((resolve) => waiting.set(goal, resolve))
          if (goal === 13 && values.length > 2) throw new Error('13 is unlucky')
          yield { values }
        }
      } finally {
        ended.push(goal)
      }
    },
    last: ({ values }) => values.length - 1,
  }
  const lab = createLab(kind, noEngine)
  /** Lets the run to a goal make its next pieces. */
  const grow = async (goal: number, pieces = 1) => {
    for (let i = 0; i < pieces; i++) {
      await settled()
      waiting.get(goal)?.()
    }
    await settled()
  }
  return { lab, ended, grow }
}

const countTo = (n: number) => (experiment: Counting) => ({ ...experiment, n })

describe('what grows', () => {
  let { lab, ended, grow } = growing()
  const state = () => lab.store.getState()
  beforeEach(() => {
    ;({ lab, ended, grow } = growing())
    lab.openLink('')
  })

  test('is shown piece by piece, each in the place of the one before, until it ends', async () => {
    expect(state()).toMatchObject({ shown: undefined, growing: false })
    await grow(5)
    expect(state()).toMatchObject({ growing: true, shown: { values: [0], last: 0 } })
    await grow(5, 2)
    expect(state()).toMatchObject({ growing: true, shown: { values: [0, 1, 2], last: 2 } })
    await grow(5, 3)
    expect(state()).toMatchObject({
      growing: false,
      shown: { values: [0, 1, 2, 3, 4, 5], last: 5, experiment: initial, prepared: { goal: 5 } },
    })
  })

  test('makes way for what is asked for later, and ends', async () => {
    await grow(5, 2)
    expect(lab.change(countTo(7))).toBe(true)
    // The last picture stays until there is another.
    expect(state()).toMatchObject({ experiment: { n: 7 }, shown: { last: 1 }, growing: false })
    await grow(5)
    expect(ended).toEqual([5])
    expect(state().shown).toMatchObject({ experiment: { n: 5 }, last: 1 })
    await grow(7)
    expect(state().shown).toMatchObject({ experiment: { n: 7 }, values: [0] })
  })

  test('is of the latest of several changes, in whatever order they are answered', async () => {
    for (const n of [6, 7, 8]) lab.change(countTo(n))
    await grow(8, 2)
    await grow(6, 3)
    await grow(7)
    expect(state().shown).toMatchObject({ experiment: { n: 8 }, values: [0, 1] })
    expect(ended.sort()).toEqual([6, 7])
  })

  test('that fails on its way says why, and what there is stays', async () => {
    lab.change(countTo(13))
    await grow(13, 3)
    expect(state()).toMatchObject({
      problems: ['13 is unlucky'],
      growing: false,
      shown: { values: [0, 1] },
    })
  })

  describe('and the playhead', () => {
    test('which stays where it is', async () => {
      await grow(5, 4)
      expect(state()).toMatchObject({ playhead: 0, shown: { last: 3 } })
      lab.seek(2)
      await grow(5)
      expect(state()).toMatchObject({ playhead: 2, shown: { last: 4 } })
    })

    test('which goes with it while it plays and has caught up, and not when it has paused', async () => {
      await grow(5, 2)
      lab.seek(1)
      lab.play()
      await grow(5)
      expect(state()).toMatchObject({ playhead: 2, playing: true, shown: { last: 2 } })
      lab.seek(0)
      await grow(5)
      expect(state()).toMatchObject({ playhead: 0, shown: { last: 3 } })
      lab.seek(3)
      lab.pause()
      await grow(5)
      expect(state()).toMatchObject({ playhead: 3, shown: { last: 4 } })
    })

    test('which begins again from the end only when there is no more to come', async () => {
      await grow(5, 3)
      lab.seek(2)
      lab.play()
      expect(state().playhead).toBe(2)
      lab.pause()
      await grow(5, 3)
      lab.seek(Infinity)
      lab.play()
      expect(state()).toMatchObject({ playhead: 0, playing: true })
    })

    test('which comes to the step of a link as soon as that is there', async () => {
      lab.openLink('#/toy?n=6&at=3')
      await grow(6, 2)
      expect(state().playhead).toBe(1)
      await grow(6, 4)
      expect(state()).toMatchObject({ playhead: 3, shown: { last: 5 } })
    })

    test('which whoever moves it on the way keeps', async () => {
      lab.openLink('#/toy?n=6&at=3')
      await grow(6, 3)
      lab.seek(1)
      await grow(6, 3)
      expect(state()).toMatchObject({ playhead: 1, shown: { last: 5 } })
    })
  })
})

describe('the experiment of any lab', () => {
  let { lab } = growing()
  const state = () => lab.store.getState()
  beforeEach(() => {
    ;({ lab } = growing())
    lab.openLink('')
  })

  test('that cannot start is refused with the reason, and everything stays as it was', () => {
    const before = state()
    expect(lab.change(countTo(0))).toBe(false)
    expect(state()).toEqual({ ...before, problems: ['It counts to a whole number'] })
    lab.change(countTo(4))
    expect(state().problems).toEqual([])
  })

  test('is what it was before, and again what it was after', async () => {
    const toy = growing()
    toy.lab.openLink('')
    await toy.grow(5)
    toy.lab.change(countTo(6))
    toy.lab.change(countTo(7))
    const now = () => toy.lab.store.getState().experiment.n
    toy.lab.undo()
    expect(now()).toBe(6)
    toy.lab.undo()
    toy.lab.undo()
    expect(now()).toBe(5)
    toy.lab.redo()
    expect(now()).toBe(6)
    await toy.grow(6, 2)
    expect(toy.lab.store.getState().shown).toMatchObject({ values: [0, 1] })
  })

  test('goes into a link and comes back from it, with the step that is shown', async () => {
    const toy = growing()
    toy.lab.openLink('#/toy?n=6&by=2&at=4')
    await toy.grow(6, 7)
    toy.lab.seek(3)
    expect(toy.lab.link()).toBe('#/toy?n=6&by=2&at=3')
    lab.openLink(toy.lab.link())
    expect(state()).toMatchObject({ experiment: { n: 6, by: 2 }, playhead: 3, problems: [] })
  })

  test('goes into a file and comes back from it', () => {
    lab.open({ n: 6, by: 2, at: 4 })
    expect(readExperiment(parts, lab.file(), 'toy.json')).toEqual({
      experiment: { lab: 'toy', n: 6, by: 2, at: 4 },
      complaints: [],
    })
  })

  test('keeps of what is said what is right, in whatever order', () => {
    lab.open({ by: 4, n: 6 })
    expect(state()).toMatchObject({ experiment: { by: 4, n: 6 }, problems: [] })
    lab.open({ by: 4 })
    expect(state()).toMatchObject({
      experiment: {},
      problems: ['A stride of 4 is too long for 3'],
    })
    lab.open({ by: 4, n: 6.5, at: 1 }, ['That was said before'])
    expect(state()).toMatchObject({
      experiment: { at: 1 },
      problems: [
        'That was said before',
        'A stride of 4 is too long for 3',
        'It counts to a whole number',
      ],
    })
  })

  test('is for this lab, or that is said', () => {
    lab.open({ lab: 'curve', n: 2 })
    expect(state()).toMatchObject({
      experiment: { n: 2 },
      problems: ['There is no lab `curve` here; this is the toy lab'],
    })
  })
})

test('the way back of another page goes on in this one', () => {
  const { lab } = growing()
  lab.openLink('#/toy?n=3')
  const moments = (...all: readonly Counting[]) =>
    all.map((experiment) => ({ experiment, own: {}, playhead: 0 }))
  const [past, future] = [moments({ n: 7 }, { n: 8 }), moments({ n: 9 })]
  lab.wayBack({ past, future, last: undefined })
  const shown = () => lab.store.getState().experiment.n
  lab.redo()
  expect(shown()).toBe(9)
  const back = [lab.undo, lab.undo, lab.undo, lab.undo].map((undo) => {
    undo()
    return shown()
  })
  expect(back).toEqual([3, 8, 7, 7])
})

describe('a lab without runs', () => {
  const squares: LabKind<Counting, Ready, { readonly square: number }> = {
    ...common,
    id: 'squares',
    run: (_, __, { goal }) => [{ square: goal * goal }],
    last: ({ square }) => square,
  }

  test('shows what is asked for at once, and plays it like any other', () => {
    const lab = createLab(squares, noEngine)
    const { getState } = lab.store
    lab.openLink('#/squares?n=4&at=9')
    expect(getState()).toMatchObject({
      shown: { square: 16, last: 16 },
      playhead: 9,
      growing: false,
    })
    lab.change(countTo(2))
    expect(getState()).toMatchObject({ shown: { square: 4 }, playhead: 4 })
    lab.undo()
    expect(getState()).toMatchObject({ shown: { square: 16 }, playhead: 4 })
    lab.seek(Infinity)
    lab.play()
    expect(getState()).toMatchObject({ playhead: 0, playing: true })
  })
})

test('what only labs of a kind have is theirs: a step back brings it again as they say', () => {
  interface Marked {
    readonly mark: string
    readonly note: string
  }
  const kind: LabKind<
    Counting,
    Ready,
    Counted,
    Marked,
    { setMark(mark: string): void; setNote(note: string): void }
  > = {
    ...common,
    id: 'marks',
    run: () => [{ values: [] }],
    last: () => 0,
    own: {
      initial: { mark: 'none', note: 'none' },
      remembered: ({ mark }) => ({ mark }),
      functions: (_, set) => ({
        setMark: (mark) => set({ mark }),
        setNote: (note) => set({ note }),
      }),
    },
  }
  const lab = createLab(kind, noEngine)
  const { getState } = lab.store
  lab.openLink('')
  lab.setMark('red')
  lab.change(countTo(2))
  lab.setMark('blue')
  lab.setNote('kept')
  lab.undo()
  expect(getState()).toMatchObject({ experiment: initial, mark: 'red', note: 'kept' })
  lab.redo()
  expect(getState()).toMatchObject({ experiment: { n: 2 }, mark: 'blue', note: 'kept' })
  lab.open({ n: 4 })
  expect(getState()).toMatchObject({ mark: 'none', note: 'none' })
})
