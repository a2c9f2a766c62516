import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { spelledOut } from '../../core/experiment/part.ts'
import { parts } from '../../core/experiment/parts.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { runExperiment } from '../../core/runs/runExperiment.ts'
import type { RaceSpec } from '../../engine/jobs/runs.ts'
import { descended, engineThat } from '../../engine/test/engineThat.ts'
import {
  chooseFunction,
  setStart,
  setView,
  typeExpression,
  writtenOut,
} from '../edits/experiment.ts'
import { branchAt } from '../edits/racers.ts'
import { chooseOptimizer, setHyper } from '../edits/runs.ts'
import { createLab } from '../lab/createLab.ts'
import { type DescentLab, descents } from './descents.ts'

vi.mock('../../core/experiment/prepare.ts', { spy: true })

const initial: Experiment = {
  lab: 'curve',
  f: 'tanhsin',
  start: [8],
  steps: 15,
  runs: [{ optimizer: 'adam', hyper: { lr: 2 } }],
}

/** An engine that answers when it is let. */
function controlled() {
  const waiting: (() => void)[] = []
  const engine = engineThat(async function* (_, spec) {
    await new Promise<void>((resolve) => waiting.push(resolve))
    yield* descended(spec)
  })
  return { engine, answer: (i: number) => waiting[i]?.() }
}

const immediate = engineThat((_, spec) => descended(spec))

const kind = descents({ id: 'curve', variables: 1, initial, exports: async () => [] })

let lab: DescentLab
const state = () => lab.store.getState()
const shown = () => vi.waitFor(() => expect(state().shown?.experiment).toBe(state().experiment))

beforeEach(async () => {
  lab = createLab(kind, immediate)
  lab.openLink('')
  await shown()
})

test('an experiment is looked up once, by whoever opens a link or moves a slider', () => {
  const lab = createLab(
    kind,
    engineThat(async function* () {
      yield await new Promise<never>(() => undefined)
    }),
  )
  const calls = vi.mocked(prepare).mock.calls
  const count = (act: () => void) => {
    const before = calls.length
    act()
    return calls.length - before
  }
  expect(count(() => lab.openLink('#/curve?f=x^2&start=3&steps=9&at=4&run=sgd(lr=0.1)'))).toBe(1)
  expect(count(() => lab.change(setHyper(0, 'lr', 0.3)))).toBe(1)
  expect(count(() => lab.change(setHyper(0, 'momentum', 0.3)))).toBe(1)
  expect(count(() => lab.change(setStart([1])))).toBe(1)
  expect(count(() => lab.change(chooseOptimizer(0, 'adam')))).toBe(1)
  expect(count(() => lab.undo())).toBe(0)
})

describe('a change', () => {
  test('that can start is shown', async () => {
    expect(lab.change(setHyper(0, 'lr', 0.5))).toBe(true)
    await shown()
    expect(state().shown?.traces[0]?.lr[0]).toBe(0.5)
  })

  test('that cannot start says why and leaves everything as it was', () => {
    const before = state()
    expect(lab.change(typeExpression('x +'))).toBe(false)
    expect(state()).toEqual({
      ...before,
      problems: [expect.stringContaining('Expected a number')],
      rejected: 'x +',
    })
  })

  test('to a text that cannot be read keeps it with its reason, whatever else is changed', () => {
    lab.change(typeExpression('x^'))
    const reasons = state().problems
    lab.change(setStart([2]))
    expect(state()).toMatchObject({ rejected: 'x^', problems: reasons, experiment: { start: [2] } })
    lab.change(setStart([Number.NaN]))
    expect(state().problems).toEqual([expect.stringContaining('must be a number'), ...reasons])
    lab.change(chooseFunction('square'))
    expect(state()).toMatchObject({ rejected: undefined, problems: [] })
  })

  test('does not bring back the reason of such a text that someone has taken note of', () => {
    lab.change(typeExpression('x^'))
    lab.complain()
    lab.change(setStart([2]))
    expect(state()).toMatchObject({ rejected: 'x^', problems: [] })
    lab.change(setStart([Number.NaN]))
    expect(state().problems).toEqual([expect.stringContaining('must be a number')])
    lab.change(typeExpression('x^^'))
    expect(state()).toMatchObject({
      rejected: 'x^^',
      problems: [expect.stringContaining('Expected a number')],
    })
  })

  test('to a function that cannot start here waits for a start', () => {
    lab.change(setStart([-1]))
    expect(lab.change(typeExpression('log(x)'))).toBe(false)
    expect(state().rejected).toBe('log(x)')
    expect(lab.change(setStart([2]))).toBe(true)
    expect(state()).toMatchObject({
      rejected: undefined,
      problems: [],
      experiment: { f: 'log(x)' },
    })
  })

  test('that works again takes the problem away', () => {
    lab.change(setStart([Number.NaN]))
    expect(state().problems).toHaveLength(1)
    lab.change(setStart([1]))
    expect(state().problems).toEqual([])
  })

  test('of part of a tuple keeps the other part', () => {
    lab.change(setHyper(0, 'beta2', 0.9))
    expect(state().experiment.runs?.[0]?.hyper?.betas).toEqual([0.9, 0.9])
  })

  test('keeps the playhead where it can', async () => {
    lab.seek(12)
    lab.change((experiment) => ({ ...experiment, steps: 5 }))
    await shown()
    expect(state().playhead).toBe(5)
  })
})

test('the latest of several changes wins, in whatever order they are answered', async () => {
  const { engine, answer } = controlled()
  const own = createLab(kind, engine)
  for (const lr of [0.1, 0.2, 0.3]) own.change(setHyper(0, 'lr', lr))
  answer(2)
  await vi.waitFor(() => expect(own.store.getState().shown?.traces[0]?.lr[0]).toBe(0.3))
  answer(0)
  answer(1)
  await Promise.resolve()
  expect(own.store.getState().shown?.traces[0]?.lr[0]).toBe(0.3)
})

test('an engine that gives up is a problem with a sentence, and the last picture stays', async () => {
  // biome-ignore lint/correctness/useYield: it fails first
  const engine = engineThat(async function* () {
    throw new Error('The calculation stopped answering twice.')
  })
  const own = createLab(kind, engine)
  own.change(setHyper(0, 'lr', 1))
  await vi.waitFor(() =>
    expect(own.store.getState().problems).toEqual(['The calculation stopped answering twice.']),
  )
})

describe('of a race only what is not known is run', () => {
  const racing = () => {
    const run = vi.fn<(spec: RaceSpec) => void>()
    const own = createLab(
      kind,
      engineThat((_, spec) => {
        run(spec as RaceSpec)
        return descended(spec)
      }),
    )
    const asked = async (act: () => void) => {
      const before = run.mock.calls.length
      act()
      const { getState } = own.store
      await vi.waitFor(() => expect(getState().shown?.experiment).toBe(getState().experiment))
      const { experiment, shown } = getState()
      expect(shown?.traces).toEqual(tracesOf(experiment))
      return run.mock.calls.slice(before).map(([{ runs }]) => runs)
    }
    return { own, asked }
  }
  const tracesOf = (experiment: Experiment) =>
    runExperiment(experiment).map(({ outcome: { message: _, ...outcome }, ...trace }) => ({
      ...trace,
      outcome: expect.objectContaining(outcome),
    }))
  const link = '#/curve?f=x^2&start=3&steps=9&run=sgd(lr=0.1)&run=adam(lr=0.2)&run=sgd(lr=0.3)'

  test('the run that has changed, and branches', async () => {
    const { own, asked } = racing()
    expect(await asked(() => own.openLink(link))).toEqual([[0, 1, 2]])
    expect(await asked(() => own.change(branchAt(0, 4)))).toEqual([[3]])
    expect(await asked(() => own.change(setHyper(1, 'lr', 0.5)))).toEqual([[1, 3]])
    expect(await asked(() => own.change(setHyper(0, 'lr', 0.5)))).toEqual([[0, 3]])
    expect(await asked(() => own.change(setHyper(3, 'lr', 0.5)))).toEqual([[3]])
  })

  test('nothing where a run is taken back', async () => {
    const { own, asked } = racing()
    await asked(() => own.openLink(link))
    await asked(() => own.change(branchAt(0, 4)))
    expect(await asked(() => own.undo())).toEqual([])
  })

  test('a run that is called otherwise than before', async () => {
    const { own, asked } = racing()
    await asked(() => own.openLink(link))
    expect(await asked(() => own.change(chooseOptimizer(0, 'lion')))).toEqual([[0, 2]])
  })

  test('everything where all start elsewhere', async () => {
    const { own, asked } = racing()
    await asked(() => own.openLink(link))
    expect(await asked(() => own.change(setStart([2])))).toEqual([[0, 1, 2]])
  })
})

describe('what is looked at', () => {
  const seeing = descents({ ...kind, variables: 1, shows: ['field', 'ellipse'] })
  const looking = (show: readonly string[]) => (experiment: Experiment) => ({ ...experiment, show })
  const counting = () => {
    const { engine, answer } = controlled()
    const run = vi.spyOn(engine, 'run')
    return { own: createLab(seeing, engine), run, answer }
  }
  const now = (own: DescentLab) => own.store.getState()

  test('changes the link and can be undone, but nothing runs again', async () => {
    const { own, run, answer } = counting()
    own.openLink('#/curve?f=x^2&start=3&run=sgd(lr=0.1)')
    answer(0)
    await vi.waitFor(() => expect(now(own).shown).toBeDefined())
    const before = now(own)
    own.change(looking(['field']))
    expect(own.link()).toContain('&show=field')
    expect(now(own).experiment).toEqual({ ...before.experiment, show: ['field'] })
    own.undo()
    expect(own.link()).not.toContain('show')
    own.redo()
    expect(now(own).shown).toBe(before.shown)
    expect(run).toHaveBeenCalledTimes(1)
    own.change(setHyper(0, 'lr', 0.3))
    expect(run).toHaveBeenCalledTimes(2)
  })

  test('through a window: moving it is one step back, and nothing runs again', async () => {
    const { own, run, answer } = counting()
    own.openLink('#/curve?f=x^2&start=3&run=sgd(lr=0.1)&view=-3:3')
    answer(0)
    await vi.waitFor(() => expect(now(own).shown).toBeDefined())
    const before = now(own)
    const to = (x: number) => own.change(setView([[-x, x] as const, [0, 4] as const]), 'view')
    for (const x of [2, 1.5, 1.25]) to(x)
    expect(own.link()).toContain('&view=-1.25:1.25,0:4')
    expect(JSON.parse(own.file()).view).toEqual([
      [-1.25, 1.25],
      [0, 4],
    ])
    own.undo()
    expect(own.link()).toContain('&view=-3:3')
    own.change(setView())
    expect(own.link()).not.toContain('view')
    expect(now(own).shown).toBe(before.shown)
    expect(now(own).prepared.runs).toBe(before.prepared.runs)
    expect(run).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['another of the catalogue', chooseFunction('square'), false],
    ['another that is typed', typeExpression('x^4'), false],
    ['the same, as text', writtenOut, true],
    ['another start', setStart([1]), true],
  ])('means nothing for another function: %s', (_, edit, stays) => {
    const { own } = counting()
    own.openLink('#/curve?f=tanhsin&view=-3:3')
    expect(own.change(edit)).toBe(true)
    expect(now(own).experiment.view).toEqual(stays ? [[-3, 3]] : undefined)
  })

  test('goes with a function of a link that cannot be used', () => {
    const { own } = counting()
    own.openLink('#/curve?f=x*y&view=0:1')
    expect(now(own).experiment).toMatchObject({ f: 'tanhsin' })
    expect(now(own).experiment.view).toBeUndefined()
  })

  test('does not hold up a run that is on its way', async () => {
    const { own, run, answer } = counting()
    own.change(setHyper(0, 'lr', 0.5))
    own.change(looking([]))
    answer(0)
    await vi.waitFor(() => expect(now(own).shown?.traces[0]?.lr[0]).toBe(0.5))
    expect(run).toHaveBeenCalledTimes(1)
  })

  test('tries again what has failed', async () => {
    // biome-ignore lint/correctness/useYield: it fails first
    const engine = engineThat(async function* () {
      throw new Error('The calculation stopped answering twice.')
    })
    const run = vi.spyOn(engine, 'run')
    const own = createLab(seeing, engine)
    own.change(setHyper(0, 'lr', 1))
    await vi.waitFor(() => expect(now(own).problems).toHaveLength(1))
    own.change(looking(['ellipse']))
    expect(run).toHaveBeenCalledTimes(2)
  })
})

describe('choices', () => {
  test('of a function bring its start and learning rate', () => {
    lab.change(chooseOptimizer(0, 'sgd'))
    lab.change(chooseFunction('soda'))
    expect(state().experiment).toMatchObject({
      f: 'soda',
      start: [1.5],
      runs: [{ optimizer: 'sgd', hyper: { lr: 5 } }],
    })
  })

  test('of an optimizer bring a learning rate that suits the function', () => {
    const rate = (id: string) => {
      lab.change(chooseOptimizer(0, id))
      return state().experiment.runs?.[0]?.hyper?.lr
    }
    expect(rate('sgd')).toBe(0.5)
    expect(rate('momentum-average')).toBe(0.5)
    expect(rate('adam')).toBe(0.4)
    expect(rate('rprop')).toBe(0.4)
    expect(rate('adadelta')).toBe(1)
  })

  test('of an own expression start from the one that is shown', () => {
    lab.change(chooseFunction('soda'))
    lab.change(writtenOut)
    expect(state().experiment).toMatchObject({ f: '2/R + 2*pi*R^2/330', start: [1.5] })
    expect(state().experiment).not.toHaveProperty('params')
  })
})

describe('playing', () => {
  test('starts again from the end, and pauses on a whole step', () => {
    lab.seek(state().shown?.last ?? 0)
    lab.play()
    expect(state()).toMatchObject({ playing: true, playhead: 0 })
    lab.seek(3.7)
    lab.pause()
    expect(state()).toMatchObject({ playing: false, playhead: 3 })
  })

  test('stays inside the run', () => {
    lab.seek(-5)
    expect(state().playhead).toBe(0)
    lab.seek(Infinity)
    expect(state().playhead).toBe(15)
  })
})

test('a link whose function cannot be read leaves the picture that is there', () => {
  const before = state()
  lab.openLink('#/curve?f=x+*2&start=3&steps=9')
  expect(state()).toEqual({
    ...before,
    problems: [expect.stringContaining('Expected')],
    rejected: 'x+*2',
  })
})

test('a link is shown at its step, and a lab that is not here is said so', async () => {
  lab.openLink('#/surface?f=x^2&start=3&steps=9&at=4&run=sgd(lr=0.1)')
  await shown()
  expect(state()).toMatchObject({
    playhead: 4,
    problems: [expect.stringContaining('no lab `surface`')],
  })
})

test('what a link leaves out is written out in ours', () => {
  expect(spelledOut(parts, { f: 'square', at: 3 })).toEqual({
    lab: 'curve',
    f: 'square',
    start: [2.5],
    steps: 50,
    at: 3,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.001 } }],
  })
})
