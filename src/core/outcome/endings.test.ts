import { describe, expect, test } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import { Unreadable } from '../experiment/part.ts'
import { readRun } from '../experiment/runText.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { type Ending, endings } from './test/endings.ts'

const experimentOf = ({
  f,
  start,
  steps,
  run,
  more: { rule, ...more } = {},
}: Ending): Experiment => {
  const spec = readRun(run)
  if (!spec || spec instanceof Unreadable) throw new Error(`not a run: ${run}`)
  return { f, start, steps, ...more, runs: [{ ...spec, ...(rule !== undefined && { rule }) }] }
}

describe('what is said of a run', () => {
  test.each(
    endings.map(
      (ending) =>
        [`${ending.f} from ${ending.start}, ${ending.steps} × ${ending.run}`, ending] as const,
    ),
  )('%s', (_, ending) => {
    const outcome = runExperiment(experimentOf(ending))[0]?.outcome
    for (const words of ending.says) expect(outcome?.message).toContain(words)
    expect([outcome?.kind, outcome?.message]).toEqual([ending.kind, outcome?.message])
    expect(outcome?.message).toMatch(/^[A-Z].*\.$/s)
  })

  test('every optimizer and every kind is among them', () => {
    const used = new Set(endings.map(({ run }) => run.replace(/[(@].*/, '')))
    expect(optimizers.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
    expect(new Set(endings.map(({ kind }) => kind)).size).toBe(5)
    expect(endings.length).toBeGreaterThanOrEqual(120)
  })
})
