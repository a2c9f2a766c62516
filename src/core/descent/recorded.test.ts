// The formula is the code: what it shows, computed again, is what was recorded.
import { describe, expect, test } from 'vitest'
import { type Prepared, prepare, type Run } from '../experiment/prepare.ts'
import { formulaOf } from '../formulas/formula.ts'
import type { HyperValue } from '../hyper.ts'
import { evaluate } from '../language/program.ts'
import { optimizers } from '../optimizers/index.ts'
import { hyperOf, type Optimizer } from '../optimizers/optimizer.ts'
import { type Source, sourceOf } from '../rules/source.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { held, numberOf } from './recorded.ts'
import type { Trace } from './trace.ts'

/** Everything switched on at once. */
function everything(optimizer: Optimizer): Record<string, HyperValue> {
  const hyper: Record<string, HyperValue> = {}
  for (const [name, { kind, value }] of hyperOf(optimizer)) {
    if (kind.scale === 'flag') hyper[name] = true
    else if (value === 0 && name !== 'dampening') hyper[name] = 0.2
  }
  return hyper
}
const cases = optimizers.flatMap((o) =>
  [{}, everything(o)].flatMap((hyper) =>
    [0, 0.4].map((noise) => [o.id, JSON.stringify(hyper), noise, { ...hyper, lr: 0.3 }] as const),
  ),
)

describe.each(cases)('%s %s, noise %f', (id, _, noise, hyper) => {
  const experiment = {
    f: 'x^2/20 + tanh(sin(x)) + y^2',
    start: [8, -1],
    steps: 12,
    noise,
    runs: [{ optimizer: id, hyper }],
  }
  const { runs, loss } = prepare(experiment) as Prepared
  const run = runs[0] as Run
  const trace = runExperiment(experiment)[0] as Trace

  test('every line gives its recorded result from the recorded numbers it shows', () => {
    run.rule.lines.forEach(({ value }, j) => {
      for (let k = 0; k < 12; k++) {
        for (let i = 0; i < loss.variables.length; i++) {
          const again = evaluate(value, (n) => numberOf(sourceOf(n, run.rule, j), trace, run, k, i))
          const recorded = numberOf({ of: 'line', line: j, back: 0 }, trace, run, k, i)
          if (Number.isNaN(recorded)) expect(again).toBeNaN()
          else
            expect(Math.abs(again - recorded)).toBeLessThanOrEqual(1e-14 * (1 + Math.abs(recorded)))
        }
      }
    })
  })

  test('the branches that are written are those that were taken', () => {
    for (const line of formulaOf(run.rule, { variables: loss.variables, coordinate: 0 })) {
      for (let k = 0; k < 12; k++) {
        const written: Source[] = []
        line.numbers?.({
          write: (source) => String(written.push(source)),
          decide: (condition) => held(condition, trace, run, k),
        })
        if (line.result && Number.isFinite(numberOf(line.result, trace, run, k))) {
          for (const source of written) expect(numberOf(source, trace, run, k)).not.toBeNaN()
        }
      }
    }
  })
})

test.each(optimizers.map((o) => o.id))('%s: a step that was not taken has no numbers', (id) => {
  const experiment = { f: 'x^2', start: [2], steps: 0, runs: [{ optimizer: id }] }
  const run = (prepare(experiment) as Prepared).runs[0] as Run
  const trace = runExperiment(experiment)[0] as Trace
  for (let line = 0; line < run.rule.lines.length; line++)
    expect(numberOf({ of: 'line', line, back: 0 }, trace, run, 0)).toBeNaN()
})
