// Folding changes what a rule says, never what it does.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goOn, startMachine } from '../descent/begin.ts'
import { type Machine, move, observe, pointOf } from '../descent/machine.ts'
import { stepOf } from '../descent/step.ts'
import { ruleOfBranch } from '../experiment/legs.ts'
import { type Prepared, prepare, type Run } from '../experiment/prepare.ts'
import { descend } from '../runs/descend.ts'
import { toItsEnd } from '../work.ts'
import type { Settings } from './switches.ts'
import { named, places, writtenRule } from './test/writtenRules.ts'

const words = Array.from({ length: places }, (_, i) => `q${'abcdef'[i]}`)
const lossAndMore = { f: 'x^2/2 + cos(y) + x*y/3', start: [1, 2], steps: 9, noise: 0.1 }
const legLength = 3

/** A value for each name that may turn out to be a hyper-parameter: often off, often a flag. */
const values = fc.array(fc.constantFrom<number | boolean>(0, 0, 1, 0.3, -0.5, true, false), {
  minLength: places,
  maxLength: places,
})

type Drawn = readonly (number | boolean)[]

/** A run for each list of values, each going on where the one before it has come to; nothing for what cannot be read. */
function runsOf(rule: string, drawn: readonly Drawn[]): [Prepared, Run[]] | undefined {
  let prepared: Prepared
  try {
    prepared = prepare({ ...lossAndMore, runs: [{ optimizer: 'custom', rule }] })
  } catch {
    return undefined
  }
  const runs: Run[] = []
  for (const [i, given] of drawn.entries()) {
    const settings: Settings = {
      lr: 0.1,
      ...Object.fromEntries(words.map((word, j) => [word, given[j] ?? 0])),
    }
    const before = runs.at(-1)
    const from = { run: i - 1, step: legLength * i }
    const run: Run = { ...(prepared.runs[0] as Run), settings, ...(before && { from, before }) }
    runs.push({ ...run, rule: ruleOfBranch(run) })
  }
  return [prepared, runs]
}

/** 0 times −1 is −0, and folds away as 0. */
const unsigned = (row: ArrayLike<number>) => Array.from(row, (value) => value + 0)

interface Row {
  readonly x: readonly number[]
  readonly lines: ReadonlyMap<string, readonly number[]>
}

/** What the rules do with every option left in, as long as all numbers are such that 0 times one is 0. */
function* unfolded(prepared: Prepared, runs: readonly Run[]): Generator<Row> {
  const { loss, steps } = prepared
  const d = loss.variables.length
  let machine: Machine | undefined
  for (let k = 0; k < steps; k++) {
    const leg = runs[k / legLength]
    if (leg) {
      const run = { ...leg, rule: leg.full }
      const step = stepOf(loss.expression, loss.variables, { rule: leg.full, isNoisy: true })
      const start = machine ? pointOf(machine) : prepared.start
      const fresh = startMachine(step, run, { ...prepared, start, began: 0, k })
      machine = machine ? goOn(fresh, machine) : fresh
    }
    const { step, memory, run } = machine as Machine
    observe(machine as Machine, k)
    const { outputs } = step.program
    const at = (j: number, i: number) => memory[outputs[j + i] as number] as number
    const row = (j: number) => unsigned(Array.from({ length: d }, (_, i) => at(j, i)))
    const lines = run.rule.lines.map(({ name }, j) => [name, row(step.at.lines + j * d)] as const)
    if (!memory.every((value) => Math.abs(value) < 1e100)) return
    yield { x: row(step.at.next), lines: new Map(lines) }
    move(machine as Machine)
  }
}

let compared = 0

function expectTheSame(rule: string, drawn: readonly Drawn[]): void {
  const made = runsOf(rule, drawn)
  fc.pre(made !== undefined)
  const [prepared, runs] = made
  const trace = toItsEnd(descend(prepared, runs.at(-1) as Run))
  const began = legLength * (runs.length - 1)
  let k = 0
  for (const { x, lines } of unfolded(prepared, runs)) {
    expect(unsigned(trace.x.slice(2 * (k + 1), 2 * (k + 2)))).toEqual(x)
    if (k >= began) {
      for (const [name, column] of Object.entries(trace.quantities))
        expect(unsigned(column.slice(2 * k, 2 * (k + 1))), name).toEqual(lines.get(name))
    }
    k++
    compared++
  }
}

const many = { numRuns: 250, seed: 20261128 }

test('a rule of whatever form does the same with its options folded away', () => {
  fc.assert(
    fc.property(writtenRule, values, (rule, drawn) => expectTheSame(named(rule, words), [drawn])),
    many,
  )
  expect(compared).toBeGreaterThan(1000)
})

test('and remembers, in branches, what was off in the run before', () => {
  fc.assert(
    fc.property(writtenRule, fc.array(values, { minLength: 2, maxLength: 3 }), (rule, drawn) =>
      expectTheSame(named(rule, words), drawn),
    ),
    many,
  )
})
