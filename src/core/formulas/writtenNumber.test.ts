// The formula is the code: what it shows, computed by hand from what is shown, is what was recorded.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bugs } from '../bugs/index.ts'
import { held, numberOf } from '../descent/recorded.ts'
import type { Trace } from '../descent/trace.ts'
import type { Experiment, RunSpec, ScheduleSpec } from '../experiment/experiment.ts'
import { hasPlaceFor } from '../experiment/lookUp.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import type { HyperArgument } from '../hyper.ts'
import { readLatex } from '../language/test/latexReader.ts'
import { plain } from '../number.ts'
import { optimizers } from '../optimizers/index.ts'
import { hyperOf, type Optimizer } from '../optimizers/optimizer.ts'
import { coordinateOf, type Source } from '../rules/source.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { schedules } from '../schedules/index.ts'
import { fewest } from './figures.ts'
import { type FormulaLine, formulaOf } from './formula.ts'
import { figuresFor, isSet, shown } from './writtenNumber.ts'

/** Everything switched on at once. */
function everything(optimizer: Optimizer): Record<string, HyperArgument> {
  const hyper: Record<string, HyperArgument> = {}
  for (const [name, { kind, value }] of hyperOf(optimizer)) {
    if (kind.scale === 'flag') hyper[name] = name !== 'decoupled_weight_decay'
    else if (value === 0 && name !== 'dampening') hyper[name] = 0.2
  }
  return hyper
}

const given: Readonly<Record<string, readonly Omit<ScheduleSpec, 'kind'>[]>> = {
  step: [{ step_size: 4, gamma: 0.7 }],
  multistep: [{ milestones: [3, 8], gamma: 0.5 }, { milestones: [] }],
  exponential: [{ gamma: 0.93 }],
  cosine: [{ T_max: 12 }, { T_max: 5, eta_min: 0.03 }],
  'cosine-restarts': [{ T_0: 3, T_mult: 2, eta_min: 0.01 }],
  linear: [{}, { start_factor: 1, end_factor: 0, total_iters: 11 }],
  constant: [{}],
  polynomial: [{ total_iters: 14, power: 1.7 }],
  cyclic: ['triangular', 'triangular2', 'exp_range'].map((mode) => ({
    base_lr: 0.05,
    max_lr: 0.4,
    step_size_up: 3,
    step_size_down: 4,
    gamma: 0.9,
    mode,
  })),
  'one-cycle': [
    { max_lr: 0.4 },
    { max_lr: 0.4, anneal_strategy: 'linear', three_phase: true, total_steps: 17 },
  ],
  plateau: [
    { patience: 0, threshold: 0.1, factor: 0.5, cooldown: 1 },
    { mode: 'max', threshold_mode: 'abs', patience: 1, min_lr: 0.1 },
  ],
  'inverse-sqrt': [{}],
  'exp-decay': [{ k: 0.1 }],
}

const cases: RunSpec[] = [
  ...optimizers.flatMap((o) =>
    [{}, everything(o)].map((hyper) => ({ optimizer: o.id, hyper: { ...hyper, lr: 0.3 } })),
  ),
  ...schedules.flatMap(({ id }) =>
    (given[id] ?? []).flatMap((rest) =>
      [undefined, { steps: 4 }].map((warmup) => ({
        optimizer: 'sgd',
        hyper: { lr: 0.3, momentum: 0.5 },
        schedule: { kind: id, ...rest, ...(warmup && { warmup }) },
      })),
    ),
  ),
  ...bugs.flatMap((bug) =>
    optimizers
      .filter((o) => hasPlaceFor(o, bug))
      .map((o) => ({ optimizer: o.id, hyper: { lr: 0.3 }, bugs: [bug.id] })),
  ),
  ...['adam', 'rprop', 'asgd', 'lbfgs', 'gd-armijo', 'nesterov'].map((optimizer) => ({
    optimizer,
    schedule: { kind: 'exponential', gamma: 0.9, warmup: { steps: 3 } },
    hyper: { lr: 0.7 },
  })),
  { optimizer: 'adamw', hyper: { weight_decay: 0.1 }, schedule: { kind: 'one-cycle', max_lr: 1 } },
  { optimizer: 'custom', rule: 'v_0 = 0.1\nv = max(v, abs(g))\nx = x - lr*tanh(g/v)*e^-t' },
]

const steps = 14
const numeral = /\d+\.?\d*/

/** A number as it stands there, and half a unit of its last digit. */
function written(value: number, source: Source, level: number, figures: number) {
  const text = shown(value, { source, level }, figures)
  const digits = isSet(source) ? 12 : figures
  const size = Math.abs(value) ? Math.floor(Math.log10(Math.abs(value))) : 0
  return { text, halfUnit: 0.5000001 * 10 ** (size - digits + 1) }
}

function checkLine(line: FormulaLine, trace: Trace, run: Run, k: number, i = 0): void {
  const of = (source: Source) => numberOf(source, trace, run, k, coordinateOf(source, i))
  const result = line.result && of(line.result)
  if (!line.numbers || !line.result || result === undefined || !Number.isFinite(result)) return
  const figures = figuresFor(line)?.(of, result) ?? fewest
  const uncertain: { value: number; halfUnit: number }[] = []
  const text = line.numbers({
    decide: (condition) => held(condition, trace, run, k, i),
    write: (source, level) => {
      const value = of(source)
      const { text: number, halfUnit } = written(value, source, level, figures)
      uncertain.push({ value, halfUnit })
      return `\\shown{${number}}`
    },
  })
  // Where a number stands in the text, and which of the uncertain ones it is; the others are exact.
  const places: (number | undefined)[] = []
  let count = 0
  for (const [part] of text.matchAll(/\\shown\{[^}]*\}|\d+\.?\d*|10\^\{-?\d+\}/g)) {
    const own = part.startsWith('\\shown') ? count++ : undefined
    const inside = part.match(/\d+\.?\d*/g) ?? []
    inside.forEach((_, i) => {
      places.push(i === 0 ? own : undefined)
    })
  }
  const bare = text.replace(/\\shown\{([^}]*)\}/g, '$1')
  const read = (changed?: number, by = 0) =>
    readLatex(bare, (value, index) => {
      if (places[index] !== changed || changed === undefined) return value
      const exact = uncertain[changed] as { value: number; halfUnit: number }
      return value * (1 + by * (exact.halfUnit / Math.abs(exact.value || 1)))
    })
  const again = read()
  const doubt = uncertain
    .map((_, i) => Math.max(...[1, -1].map((by) => Math.abs(read(i, by) - again))))
    .reduce((a, b) => a + b, 0)
  const end = written(result, line.result, 0, fewest)
  const stated = readLatex(end.text, (value) => value)
  const where = `${line.name}: ${bare} = ${end.text} in step ${k}, recorded ${plain(result, 12)}`
  expect(Math.abs(stated - result), where).toBeLessThanOrEqual(end.halfUnit * (1 + 1e-6))
  expect(Math.abs(again - stated), where).toBeLessThanOrEqual(1.05 * doubt + end.halfUnit + 1e-13)
  expect(bare, where).toMatch(numeral)
}

describe('every line gives its result from the numbers that it shows', () => {
  test.each(cases.map((run) => [JSON.stringify(run), run] as const))('%s', (_, spec) => {
    for (const [f, start] of [
      ['x^2/20 + tanh(sin(x))', 8],
      ['(x - 3)^2/8', -2.3],
    ] as const) {
      const experiment: Experiment = { f, start: [start], steps, runs: [spec] }
      const run = prepare(experiment).runs[0] as Run
      const trace = runExperiment(experiment)[0] as Trace
      for (const line of formulaOf(run.rule, { variables: ['x'], coordinate: 0 }))
        for (let k = 0; k < trace.lr.length; k++) checkLine(line, trace, run, k)
    }
  })
})

describe('with two variables every row of a vector gives its result', () => {
  const writing = { variables: ['x', 'y'], coordinate: 'all' as const }

  function checkRun(f: string, start: readonly number[], spec: RunSpec): void {
    const experiment: Experiment = { f, start, steps, runs: [spec] }
    const run = prepare(experiment).runs[0] as Run
    const trace = runExperiment(experiment)[0] as Trace
    for (const line of formulaOf(run.rule, writing))
      for (const { coordinate } of line.rows)
        for (let k = 0; k < trace.lr.length; k++) checkLine(line, trace, run, k, coordinate)
  }

  test.each(cases.map((run) => [JSON.stringify(run), run] as const))('%s', (_, spec) => {
    checkRun('x^2/20 + tanh(sin(x)) + y^2/4 + tanh(x*y)', [8, -3], spec)
    checkRun('(x - 3)^2/8 + (y + 1)^2/3 + cos(x + 2*y)/2', [-2.3, 0.4], spec)
  })

  test('from any start, with branches that differ from row to row', () => {
    const coordinate = fc.integer({ min: -400, max: 400 }).map((n) => n / 100)
    const optimizer = fc.constantFrom('rprop', 'adam', 'asgd', 'lion', 'adadelta')
    fc.assert(
      fc.property(coordinate, coordinate, optimizer, (x, y, id) => {
        checkRun('x^2 + 10*y^2 + sin(3*x*y)', [x, y], {
          optimizer: id,
          hyper: { lr: 0.1, ...(id === 'adam' && { amsgrad: true }) },
        })
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  test('a branch is that of the row’s own coordinate', () => {
    const experiment: Experiment = {
      f: 'x^2 + 10*y^2',
      start: [3, 0.3],
      steps,
      runs: [{ optimizer: 'rprop', hyper: { lr: 0.1 } }],
    }
    const run = prepare(experiment).runs[0] as Run
    const trace = runExperiment(experiment)[0] as Trace
    const line = formulaOf(run.rule, writing).find(({ right }) => right.includes('cases'))
    const texts = [0, 1].map((i) =>
      Array.from({ length: steps }, (_, k) =>
        line?.numbers?.({
          write: (source) => plain(numberOf(source, trace, run, k, i)),
          decide: (condition) => held(condition, trace, run, k, i),
        }),
      ),
    )
    // y is over its minimum in the third step, x far from its own.
    const over = trace.grad.findIndex((g, at) => at % 2 === 1 && g < 0)
    expect(texts[0]?.[(over - 1) / 2]).toContain('1.2')
    expect(texts[1]?.[(over - 1) / 2]).toContain('0.5')
  })
})
