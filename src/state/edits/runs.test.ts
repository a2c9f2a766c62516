import { describe, expect, test } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { prepare } from '../../core/experiment/prepare.ts'
import { optimizers } from '../../core/optimizers/index.ts'
import { runExperiment } from '../../core/runs/runExperiment.ts'
import { schedules } from '../../core/schedules/index.ts'
import { setBug } from './bugs.ts'
import { branchAt } from './racers.ts'
import { editCopy, setRule } from './rules.ts'
import { addRun, chooseOptimizer, removeRun, setHyper } from './runs.ts'
import { chooseSchedule, setScheduleArgument, setWarmup } from './schedules.ts'

const one: Experiment = {
  f: 'tanhsin',
  steps: 12,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.1 } }],
}
const race: Experiment = {
  ...one,
  runs: [
    { optimizer: 'sgd', hyper: { lr: 0.1 } },
    { optimizer: 'adam', hyper: { lr: 0.5 } },
    { optimizer: 'sgd', hyper: { lr: 0.2 }, from: { run: 1, step: 3 } },
  ],
}
const path = (experiment: Experiment, run = 0) => runExperiment(experiment)[run]?.x

describe('a copy of a rule', () => {
  const written = optimizers.filter(({ method }) => !method)
  test.each(written.map((o) => [o.id]))('of %s takes the same path', (optimizer) => {
    const own = chooseOptimizer(0, optimizer)(one)
    const copy = editCopy(0)(own)
    expect(copy.runs?.[0]?.optimizer).toBe('custom')
    const [before, after] = [path(own) ?? [], path(copy) ?? []]
    expect(after).toHaveLength(before.length)
    after.forEach((x, k) => {
      expect(x).toBeCloseTo(before[k] as number, 12)
    })
  })

  test.each(['no-zero-grad', 'no-bias-correction', 'eps-inside'])(
    'of a rule with %s too',
    (bug) => {
      const own = setBug(0, bug, true)(chooseOptimizer(0, 'adam')(one))
      const copy = editCopy(0)(own)
      expect(copy.runs?.[0]).not.toHaveProperty('bugs')
      expect(path(copy)).toEqual(path(own))
    },
  )

  test('keeps its schedule and what is set', () => {
    const own = chooseSchedule(0, 'exponential')(setHyper(0, 'momentum', 0.8)(one))
    const copy = editCopy(0)(own)
    expect(copy.runs?.[0]).toMatchObject({
      hyper: { lr: 0.1, momentum: 0.8 },
      schedule: { kind: 'exponential' },
    })
    expect(path(copy)).toEqual(path(own))
  })
})

describe('a schedule', () => {
  test.each(schedules.map((s) => [s.id]))('%s can start as the page suggests it', (kind) => {
    for (const optimizer of ['sgd', 'adam', 'adagrad']) {
      const chosen = chooseSchedule(0, kind)(chooseOptimizer(0, optimizer)(one))
      expect(() => prepare(chosen)).not.toThrow()
    }
  })

  test('comes after a warm-up, and goes without it', () => {
    const warm = setWarmup(0, { steps: 4 })(one)
    expect(warm.runs?.[0]?.schedule).toEqual({ warmup: { steps: 4 } })
    const both = chooseSchedule(0, 'exponential')(warm)
    expect(both.runs?.[0]?.schedule).toMatchObject({ kind: 'exponential', warmup: { steps: 4 } })
    expect(setWarmup(0, undefined)(warm).runs?.[0]).not.toHaveProperty('schedule')
    expect(chooseSchedule(0, undefined)(both).runs?.[0]?.schedule).toEqual({ warmup: { steps: 4 } })
  })

  test('keeps its other arguments when one is set', () => {
    const chosen = setScheduleArgument(0, 'gamma', 0.5)(chooseSchedule(0, 'step')(one))
    expect(chosen.runs?.[0]?.schedule).toEqual({ kind: 'step', step_size: 4, gamma: 0.5 })
  })

  test('stays with another optimizer if it can', () => {
    const cycled = chooseSchedule(0, 'one-cycle')(one)
    expect(chooseOptimizer(0, 'adam')(cycled).runs?.[0]?.schedule).toBeDefined()
    expect(chooseOptimizer(0, 'adagrad')(cycled).runs?.[0]).not.toHaveProperty('schedule')
  })
})

test('a mistake is made and unmade', () => {
  const made = setBug(0, 'no-zero-grad', true)(one)
  expect(made.runs?.[0]?.bugs).toEqual(['no-zero-grad'])
  expect(setBug(0, 'no-zero-grad', false)(made)).toEqual(one)
})

test('another text of a rule keeps the hyper-parameters that it still has', () => {
  const own = chooseOptimizer(0, 'custom')(one)
  const changed = setRule(0, 'x = x - lr*g')(setHyper(0, 'beta', 0.5)(own))
  expect(Object.keys(changed.runs?.[0]?.hyper ?? {})).toEqual(['lr'])
})

describe('racers', () => {
  test('one more is an optimizer that does not race yet', () => {
    const ids = optimizers.map(({ id }) => id)
    const more = addRun(ids)(race)
    expect(more.runs?.at(-1)?.optimizer).toBe('adamw')
    expect(prepare(more).runs).toHaveLength(4)
  })

  test('one less sets its branches free, and the others still know theirs', () => {
    expect(removeRun(1)(race).runs).toEqual([
      race.runs?.[0],
      { optimizer: 'sgd', hyper: { lr: 0.2 } },
    ])
    expect(removeRun(0)(race).runs?.map(({ from }) => from)).toEqual([
      undefined,
      { run: 0, step: 3 },
    ])
    expect(removeRun(0)(one)).toEqual(one)
  })

  test('a branch is the same run until it is changed', () => {
    const branched = branchAt(1, 5)(race)
    expect(path(branched, 3)).toEqual(path(branched, 1))
    const changed = setHyper(3, 'lr', 0.01)(branched)
    expect(path(changed, 3)?.slice(0, 6)).toEqual(path(changed, 1)?.slice(0, 6))
    expect(path(changed, 3)?.[7]).not.toEqual(path(changed, 1)?.[7])
  })
})
