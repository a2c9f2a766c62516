// Whatever an experiment is made of, it runs, or an ExperimentError says in one sentence why not. Nothing else is thrown.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bugs } from '../bugs/index.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { parts } from '../experiment/parts.ts'
import { runParts } from '../experiment/runParts.ts'
import { ExperimentError } from '../experimentError.ts'
import { functions } from '../functions/index.ts'
import { optimizers } from '../optimizers/index.ts'
import { customId } from '../optimizers/written/custom.ts'
import { schedules } from '../schedules/index.ts'
import { warmup } from '../schedules/warmup.ts'
import { runExperiment } from './runExperiment.ts'

const mostSteps = 12

const oddNumber = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 2, 3, 1e-300, 1e300, 2 ** 53, Number.NaN, Infinity, -Infinity),
  fc.double(),
  fc.integer({ min: -3, max: 20 }),
)
const odd = fc.oneof(
  { weight: 6, arbitrary: oddNumber },
  fc.constantFrom(null, undefined, true, false, '', 'none', 'strong_wolfe', '__proto__', [], {}),
  fc.array(oddNumber, { maxLength: 3 }),
  fc.string(),
  fc.anything(),
)

/** Text that is nearly of the language. */
const word = fc.constantFrom(
  ...'x y t g f m v lr e pi beta prev sin max where log sqrt abs floor 2 0 1e400 0.5 _'.split(' '),
  ...'+ - * / ^ ( ) , < == = . ; # | ² − ⋅ m_0 x_0'.split(' '),
  '\n',
)
const nearlyText = (most: number) =>
  fc.array(word, { maxLength: most }).map((words) => words.join(' '))
const line = fc
  .tuple(fc.constantFrom('x', 'm', 'v', 'g', 'lr', 'm_0', 'prev'), nearlyText(6))
  .map(([name, value]) => `${name} = ${value}`)
const expression = fc.constantFrom(
  'x^2',
  'x*y',
  '1/x',
  'log(x)',
  'max(x, 1, y)',
  'f^2 + t*g',
  '3',
  'where(x > 0, x, -x)',
)
const rule = fc.oneof(
  fc.constantFrom('x = x - lr*g', 'm = 0.9*m + g; x = x - lr*m', 'v_0 = 1; v += g^2; x -= lr*g/v'),
  fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n')),
  nearlyText(12),
)

type Mostly = <T>(right: fc.Arbitrary<T>) => fc.Arbitrary<unknown>
/** Of the right form, at times anything. */
const mostly: Mostly = (right) =>
  fc.oneof({ weight: 60, arbitrary: right }, { weight: 1, arbitrary: odd })
/** Of the right form: what it means may be wrong. */
const always: Mostly = (right) => right

interface Owner {
  readonly id: string
  readonly hyper: object
}
const value = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0.01, 0.1, 0.9, 1, 3) },
  { weight: 1, arbitrary: odd },
)
const argumentsOf = ({ hyper }: Omit<Owner, 'id'>) =>
  Object.keys(hyper).length
    ? fc.dictionary(fc.constantFrom(...Object.keys(hyper)), value, { maxKeys: 3 })
    : fc.constant({})

function schedulesOf(some: Mostly) {
  const own = fc
    .constantFrom(...schedules)
    .chain((one) => fc.tuple(some(fc.constant(one.id)), some(argumentsOf(one))))
    .map(([kind, given]) => ({ ...(given as object), kind }))
  const warm = fc.record({ warmup: some(argumentsOf(warmup)) })
  return fc.oneof(
    own,
    warm,
    fc.tuple(own, warm).map(([a, b]) => ({ ...a, ...b })),
  )
}

const runShape = (some: Mostly, { id, hyper }: Owner) => ({
  optimizer: some(fc.constant(id)),
  hyper: some(argumentsOf({ hyper })),
  rule: some(rule),
  schedule: some(schedulesOf(some)),
  bugs: some(fc.array(some(fc.constantFrom(...bugs.map((bug) => bug.id))), { maxLength: 2 })),
  from: some(fc.record({ run: fc.nat(1), step: fc.nat(mostSteps) })),
})
const written = { id: customId, hyper: { lr: 0, beta: 0 } }

function runsOf(some: Mostly) {
  const one = fc.constantFrom<Owner[]>(written, written, ...optimizers).chain((owner) => {
    const { optimizer, hyper, rule: text, ...rest } = runShape(some, owner)
    const plain = fc.record({ optimizer, hyper, ...(owner === written && { rule: text }) })
    const beside = fc.record(rest, { requiredKeys: [] })
    return fc.oneof(
      { weight: 3, arbitrary: plain },
      { weight: 1, arbitrary: fc.tuple(plain, beside).map(([a, b]) => ({ ...a, ...b })) },
    )
  })
  return fc.array(some(one), { minLength: 1, maxLength: 3 })
}

const shape = (some: Mostly) => ({
  lab: some(fc.constant('curve')),
  f: some(
    fc.oneof(
      { weight: 4, arbitrary: expression },
      fc.constantFrom(...functions.map(({ id }) => id)),
      nearlyText(10),
    ),
  ),
  params: some(fc.constantFrom({}, {}, {}, { kappa: 2 }, { V: -1 })),
  start: some(fc.array(some(oddNumber), { minLength: 1, maxLength: 2 })),
  steps: some(fc.nat(mostSteps)),
  at: some(fc.nat(mostSteps)),
  seed: some(fc.nat()),
  noise: some(fc.constantFrom(0, 0.5, 1e300)),
  budget: some(fc.constantFrom('steps', 'evaluations')),
  runs: some(runsOf(some)),
  show: some(fc.array(fc.string())),
  view: some(fc.constantFrom([[-1, 1]], [[0, 1e300]])),
})

/** What is not asked for here is left out more often than not. */
const lean = (some: Mostly) => {
  const { f, steps, runs, noise, budget, ...rest } = shape(some)
  const often = fc.record(
    { f, steps, runs, noise, budget },
    { requiredKeys: ['f', 'steps', 'runs'] },
  )
  const seldom = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record(rest, { requiredKeys: [] }) },
  )
  return fc.tuple(often, seldom).map(([a, b]) => ({ ...a, ...b }))
}

/** Runs a few steps of it. */
function outcomeOf(experiment: unknown): unknown {
  try {
    return runExperiment(experiment as Experiment)
  } catch (error) {
    return error
  }
}

function expectSense(experiment: unknown): void {
  const outcome = outcomeOf(experiment)
  if (Array.isArray(outcome)) return
  expect(outcome).toBeInstanceOf(ExperimentError)
  const { message, faults } = outcome as ExperimentError
  expect(message).toMatch(/^[\S][^\n]{5,400}$/)
  expect(message).not.toMatch(/\[object|\bundefined\b/)
  expect(faults[0]?.message).toBe(message)
}

test('every part of an experiment and of a run is drawn here', () => {
  expect(Object.keys(shape(mostly)).sort()).toEqual(parts.map(({ name }) => name).sort())
  const ofRun = Object.keys(runShape(mostly, written))
  expect(ofRun.sort()).toEqual(runParts.map(({ name }) => name).sort())
})

test.each([
  ['nearly the form of an experiment', mostly],
  ['the form of an experiment, whatever it means', always],
])('what has %s', (_, some) => {
  fc.assert(fc.property(lean(some), expectSense), { numRuns: 1000, seed: 1 })
})

test('anything at all', () => {
  fc.assert(fc.property(fc.anything(), expectSense), { numRuns: 500, seed: 1 })
})

test('schedules of many milestones: what we write ourselves may be long', () => {
  const milestones = Array.from({ length: 300 }, (_, i) => i + 1)
  const schedule = { kind: 'multistep', milestones, gamma: 0.99 }
  const steps = mostSteps
  const [trace] = runExperiment({ f: 'x^2', steps, runs: [{ optimizer: 'sgd', schedule }] })
  expect(trace?.lr[mostSteps - 1]).toBeCloseTo(1e-3 * 0.99 ** (mostSteps - 1), 12)
})
