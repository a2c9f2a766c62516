import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { networkParts } from '../../core/experiment/networkParts.ts'
import { prepareNetwork } from '../../core/experiment/networkPrepare.ts'
import { networkOptimizers } from '../../core/experiment/networkRuns.ts'
import { spelledOut } from '../../core/experiment/part.ts'
import { isChoice, singles } from '../../core/hyper.ts'
import { schedules } from '../../core/schedules/index.ts'
import { decodeLink } from '../links/decodeLink.ts'
import { encodeLink } from '../links/encodeLink.ts'
import { whileTraining } from './changes.ts'
import * as edits from './runEdits.ts'

const one: NetworkExperiment = {
  data: { kind: 'circle', n: 50 },
  layers: [3],
  epochs: 12,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.2 } }],
}
const first = { index: 0, steps: 12 }
const race: NetworkExperiment = {
  ...one,
  runs: [...(one.runs ?? []), { optimizer: 'adam' }, { optimizer: 'sgd' }],
  changes: [
    { at: 2, hyper: { lr: 0.1 } },
    { at: 3, run: 1, hyper: { lr: 0.05, eps: 0.1 } },
    { at: 4, run: 2, hyper: { momentum: 0.5 }, batch: 10 },
  ],
}

function expectInLinks(experiment: NetworkExperiment) {
  const whole = spelledOut(networkParts, experiment)
  const read = decodeLink(networkParts, encodeLink(networkParts, whole))
  expect(read.complaints).toEqual([])
  expect(encodeLink(networkParts, spelledOut(networkParts, read.experiment))).toBe(
    encodeLink(networkParts, whole),
  )
  expect(prepareNetwork(read.experiment).runs.map((run) => run.settings)).toEqual(
    prepareNetwork(experiment).runs.map((run) => run.settings),
  )
}

const ids = [...networkOptimizers.map(({ id }) => id), 'custom']

describe.each(ids.map((id) => [id]))('%s', (id) => {
  const chosen = edits.chooseOptimizer(first, id)(one)
  const [run] = prepareNetwork(chosen).runs

  test('is chosen, and stands in the link', () => {
    expect(run?.optimizer.id).toBe(id)
    expectInLinks(chosen)
  })

  test('has hyper-parameters that are set one by one, from the beginning and on the way', () => {
    const all = singles(run?.optimizer.hyper ?? {})
    const others = [...all].filter(([, { value }]) => typeof value !== 'function')
    for (const [name, { kind }] of all) {
      const before = Number(run?.settings[name])
      const near = before * 0.8 + (before > 1 ? 0.3 : 0.1)
      const set = kind.scale === 'flag' ? !before : kind.whole ? 3 : near
      const edit = edits.setHyper(first, name, set)
      const changed = edit(chosen)
      // What PyTorch refuses is refused: Nesterov without momentum.
      if (name === 'nesterov' && set) {
        expect(() => prepareNetwork(changed)).toThrow('needs a momentum')
        continue
      }
      const settings = {
        ...Object.fromEntries(others.map(([other]) => [other, run?.settings[other]])),
        [name]: set,
      }
      expect(prepareNetwork(changed).runs[0]?.settings, name).toMatchObject(settings)
      expectInLinks(changed)
      const later = whileTraining(edit, 5)(chosen)
      expect(later.runs).toEqual(chosen.runs)
      expect(later.changes).toHaveLength(1)
      const leg = prepareNetwork(later).runs[0]?.later?.[0]
      expect(leg).toMatchObject({ at: 5, run: { settings } })
      expectInLinks(later)
    }
  })

  test('has variants that are chosen', () => {
    for (const [key, entry] of Object.entries(run?.optimizer.hyper ?? {})) {
      if (!isChoice(entry)) continue
      for (const [option, flag] of entry.options) {
        const changed = edits.setHyper(first, key, option)(chosen)
        if (flag) expect(prepareNetwork(changed).runs[0]?.settings[flag]).toBe(true)
        expectInLinks(changed)
      }
    }
  })

  test('keeps a schedule that it can have', () => {
    const stepped = edits.chooseSchedule(first, 'step')(edits.switchWarmup(first, true)(one))
    const both = edits.chooseOptimizer(first, id)(stepped)
    expect(both.runs?.[0]?.schedule).toMatchObject({ kind: 'step', warmup: { steps: 2 } })
    expectInLinks(both)
  })
})

test.each(schedules.map(({ id }) => [id]))('%s can start as the page suggests it', (kind) => {
  for (const id of ids) {
    const chosen = edits.chooseSchedule(first, kind)(edits.chooseOptimizer(first, id)(one))
    expect(prepareNetwork(chosen).runs[0]?.schedule?.schedule?.id).toBe(kind)
    expectInLinks(chosen)
  }
})

const copyable = networkOptimizers.filter(({ method, matrices }) => !method && !matrices)
test.each(copyable.map(({ id }) => [id]))('a copy of %s is a rule of one’s own', (id) => {
  const copy = edits.editCopy(first)(edits.chooseOptimizer(first, id)(one))
  expect(copy.runs?.[0]?.optimizer).toBe('custom')
  expectInLinks(copy)
})

describe('what was changed on the way', () => {
  test('goes with a run that is removed, and follows the others', () => {
    expect(edits.removeRun(0)(race).changes).toEqual(
      [
        { at: 3, run: 0, hyper: { lr: 0.05, eps: 0.1 } },
        { at: 4, run: 1, hyper: { momentum: 0.5 }, batch: 10 },
      ].map(({ run, ...change }) => (run ? { ...change, run } : change)),
    )
    expect(edits.removeRun(2)(race).changes).toEqual([
      { at: 2, hyper: { lr: 0.1 } },
      { at: 3, run: 1, hyper: { lr: 0.05, eps: 0.1 } },
      { at: 4, batch: 10 },
    ])
    expectInLinks(edits.removeRun(1)(race))
  })

  test('is over with another optimizer, for its run alone', () => {
    expect(edits.chooseOptimizer({ index: 2, steps: 12 }, 'muon')(race).changes).toEqual([
      { at: 2, hyper: { lr: 0.1 } },
      { at: 3, run: 1, hyper: { lr: 0.05, eps: 0.1 } },
      { at: 4, batch: 10 },
    ])
  })

  test('stays in a written rule as far as its text has it', () => {
    const own = edits.chooseOptimizer(first, 'custom')(one)
    const changed: NetworkExperiment = {
      ...own,
      changes: [{ at: 2, hyper: { lr: 0.1, beta: 0.5 } }],
    }
    const shorter = edits.setRule(first, 'x = x - lr*g')(changed)
    expect(shorter.changes).toEqual([{ at: 2, hyper: { lr: 0.1 } }])
    expectInLinks(shorter)
  })

  test('stays in a copy, by the names that its text has', () => {
    const changed: NetworkExperiment = {
      ...edits.chooseOptimizer(first, 'adam')(one),
      changes: [{ at: 2, hyper: { lr: 0.1, betas: [0.8, 0.9], amsgrad: true } }],
    }
    const copy = edits.editCopy(first)(changed)
    expect(copy.changes).toEqual([{ at: 2, hyper: { lr: 0.1, beta1: 0.8, beta2: 0.9 } }])
    expectInLinks(copy)
  })

  test('stays when a run joins', () => {
    const more = edits.addRun(race)
    expect(more.changes).toEqual(race.changes)
    expect(more.runs?.slice(0, 3)).toEqual(race.runs)
    expect(more.runs?.[3]?.optimizer).toBe('adamw')
    expectInLinks(more)
  })

  test('is forgotten one by one', () => {
    expect(edits.forget(1)(race).changes).toEqual([race.changes?.[0], race.changes?.[2]])
    const none = [0, 0, 0].reduce((experiment, place) => edits.forget(place)(experiment), race)
    expect(none).not.toHaveProperty('changes')
  })
})

test('the last run stays', () => {
  expect(edits.removeRun(0)(one)).toBe(one)
})
