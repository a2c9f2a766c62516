// What PyTorch accepts is accepted, and what it refuses is refused: each argument at and beyond the edge of its range.
import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import { ExperimentError } from '../experimentError.ts'
import { type Entries, singles } from '../hyper.ts'
import { optimizers } from '../optimizers/index.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { schedules } from '../schedules/index.ts'
import data from './edges.torch.json'
import type { Experiment, RunSpec } from './experiment.ts'

interface Edge {
  readonly schedule?: string
  readonly optimizer?: string
  readonly argument?: string
  readonly hyper: NonNullable<RunSpec['hyper']>
  readonly warmup?: number
  readonly refused?: true
  readonly lr?: readonly number[]
  readonly momentum?: readonly number[]
  readonly x?: readonly number[]
}

const edges = data.rows as readonly Edge[]

function experimentOf({ schedule, optimizer, hyper, warmup }: Edge): Experiment {
  if (optimizer) return { f: 'x^4/10 + x', start: [3], steps: 8, runs: [{ optimizer, hyper }] }
  const planned = {
    kind: schedule as string,
    ...hyper,
    ...(warmup && { warmup: { steps: warmup } }),
  }
  const run = { optimizer: 'sgd', hyper: { lr: 0.1, momentum: 0.5 }, schedule: planned }
  return { f: 'x^2', start: [3], steps: 12, runs: [run] }
}

const entriesOf = ({ schedule, optimizer }: Edge): Entries =>
  [...schedules, ...optimizers].find(({ id }) => id === (schedule ?? optimizer))?.hyper ?? {}

/** Numbers of steps and a negative rate are nothing that PyTorch looks at everywhere; they mean nothing. */
function isStricterHere(edge: Edge): boolean {
  const { argument = '', hyper } = edge
  if (edge.optimizer === 'lbfgs' && Number(hyper.lr) < 0) return true
  const { whole } = singles(entriesOf(edge)).get(argument)?.kind ?? {}
  return whole === true && (Number(hyper[argument]) < 0 || !Number.isInteger(hyper[argument]))
}

const outcome = (edge: Edge): Trace | string => {
  try {
    return runExperiment(experimentOf(edge))[0] as Trace
  } catch (error) {
    if (error instanceof ExperimentError) return error.message
    throw error
  }
}

const apart = (ours: ArrayLike<number>, theirs: readonly number[]) =>
  Math.max(0, ...theirs.map((v, i) => Math.abs((ours[i] as number) - v) / (1 + Math.abs(v))))

const named = edges.map((edge) => [JSON.stringify(experimentOf(edge).runs?.[0]), edge] as const)

describe('refused as in PyTorch', () => {
  test.each(named.filter(([, edge]) => edge.refused || isStricterHere(edge)))('%s', (_, edge) => {
    expect(outcome(edge)).toMatch(/^[A-Z]\S*( \S+)+$/)
  })
})

describe('accepted as in PyTorch, with the same numbers', () => {
  test.each(named.filter(([, edge]) => !edge.refused && !isStricterHere(edge)))('%s', (_, edge) => {
    const trace = outcome(edge) as Trace
    expect(trace).toBeTypeOf('object')
    const { lr, momentum, x } = edge
    if (lr) expect(apart(trace.lr, lr)).toBeLessThanOrEqual(1e-12)
    const cycled = trace.quantities.momentum
    if (momentum && cycled) expect(apart(cycled, momentum)).toBeLessThanOrEqual(1e-12)
    if (x) expect(apart(trace.x.slice(1), x)).toBeLessThanOrEqual(1e-9)
  })
})

describe('asked about every number of', () => {
  const asked = (id: string) =>
    new Set(
      edges
        .filter(({ schedule, optimizer }) => [schedule, optimizer].includes(id))
        .map((e) => e.argument),
    )
  const known = [...schedules, ...optimizers].filter(({ torch }) => torch)
  test.each(known.map(({ id, hyper }) => [id, hyper] as const))('%s', (id, hyper) => {
    const numbers = [...singles(hyper)].filter(([, { kind }]) => kind.scale !== 'flag')
    expect(numbers.map(([name]) => name).filter((name) => !asked(id).has(name))).toEqual([])
  })
})
