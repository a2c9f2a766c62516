import { describe, expect, test } from 'vitest'
import type { RunSpec, ScheduleSpec } from '../experiment/experiment.ts'
import type { Trace } from '../index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { schedules } from '../schedules/index.ts'
import { warmup } from '../schedules/warmup.ts'
import data from './torch/schedules.torch.json'

interface Reference {
  readonly expression: string
  readonly start: readonly number[]
  readonly optimizer: string
  readonly hyper: NonNullable<RunSpec['hyper']>
  readonly schedule: ScheduleSpec
  readonly steps: number
  readonly x: readonly (readonly number[])[]
  readonly f: readonly number[]
  readonly grad: readonly (readonly number[])[]
  readonly lr: readonly number[]
  readonly momentum?: readonly number[]
  readonly drift: number
}

const references = (data.runs as unknown as Reference[]).map(
  (run) =>
    [
      `${run.optimizer} ${JSON.stringify(run.hyper)} @${JSON.stringify(run.schedule)}`,
      run,
    ] as const,
)

function difference(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length)
  return Math.max(
    ...expected.map((v, i) => Math.abs((actual[i] as number) - v) / (1 + Math.abs(v))),
  )
}

describe('schedules agree with torch.optim.lr_scheduler to 1e-12', () => {
  test.each(references)('%s', (_, reference) => {
    const { expression, start, steps, optimizer, hyper, schedule } = reference
    const [trace] = runExperiment({
      f: expression,
      start,
      steps,
      runs: [{ optimizer, hyper, schedule }],
    }) as [Trace]
    const { momentum, beta1 } = trace.quantities
    expect(difference(trace.lr, reference.lr)).toBeLessThanOrEqual(1e-12)
    if (reference.momentum)
      expect(difference(momentum ?? beta1 ?? [], reference.momentum)).toBeLessThanOrEqual(1e-12)
    const worst = Math.max(
      difference(trace.x, reference.x.flat()),
      difference(trace.f, reference.f),
      difference(trace.grad, reference.grad.flat()),
    )
    expect(worst).toBeLessThanOrEqual(Math.max(1e-12, 100 * reference.drift))
  })

  test.each(schedules.map((schedule) => [schedule.id, schedule] as const))(
    'every argument of %s is among them, and a warm-up before it',
    (id, { hyper }) => {
      const all = references.map(([, { schedule }]) => schedule).filter(({ kind }) => kind === id)
      const used = new Set(all.flatMap((schedule) => Object.keys(schedule)))
      expect(used).toContain('kind')
      expect(Object.keys(hyper).filter((key) => !used.has(key))).toEqual([])
      // PyTorch itself joins no warm-up with ReduceLROnPlateau.
      if (id !== 'plateau') expect(used).toContain('warmup')
    },
  )

  test('every argument of the warm-up is among them', () => {
    const used = references.flatMap(([, { schedule }]) => Object.keys(schedule.warmup ?? {}))
    expect(Object.keys(warmup.hyper).filter((key) => !used.includes(key))).toEqual([])
  })
})
