// What pictures compute is held against the interpreter: as near as what the table says of each operation adds up to.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startMachine } from '../../descent/begin.ts'
import { stepOf } from '../../descent/step.ts'
import { prepare, type Run } from '../../experiment/prepare.ts'
import { canStart } from '../../export/test/random.ts'
import { treesOf } from '../../export/test/randomLoss.ts'
import { rules } from '../../export/test/randomRule.ts'
import { name } from '../../language/expression.ts'
import { compile, type Program } from '../../language/program.ts'
import { assembleLanes } from './assembly.ts'
import { doubles, singles } from './breadth.ts'
import { precisions, valuesOf } from './test/within.ts'

/** Of the error that adds up to first order. */
const slack = 2
/** Beside the value: what may be further off shows nothing. */
const telling = 1e-3
/** Beyond, single precision has no numbers. */
const largest = 1e30

/**
 * Computes a program for a picture, in the first lane.
 * @param memory what its registers begin with, to be rounded to what the lanes have
 * @param own those that lanes may have different ones of
 */
function inPicture(program: Program, memory: Float64Array, own: readonly number[], kind: 0 | 1) {
  const breadth = kind === 0 ? singles : doubles
  const { count } = breadth
  const outputs = [...new Set(program.outputs)]
  const { bytes, imports, size, given, columns } = assembleLanes(
    program,
    { read: [], written: [outputs], left: [], moved: [], own: new Set(own) },
    { breadth, rounds: 1, isPicture: true },
  )
  const room = new WebAssembly.Memory({ initial: Math.ceil(size / 65_536) })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    core: { ...imports, memory: room },
  })
  const all = kind === 0 ? new Float32Array(room.buffer) : new Float64Array(room.buffer)
  for (const register of given)
    all.fill(memory[register] as number, register * count, (register + 1) * count)
  ;(exports.rounds as (most: number) => number)(1)
  const begin = columns.written[0] as number
  return new Map(outputs.map((register, i) => [register, all[begin + i * count] as number]))
}

interface Tally {
  told: number
  untold: number
}

/** Holds every output against the interpreter's, where it can be told how far off it may be. */
function expectNear(
  program: Program,
  memory: Float64Array,
  { own, kind, tally }: { own: readonly number[]; kind: 0 | 1; tally: Tally },
): void {
  const rounded = kind === 0 ? memory.map(Math.fround) : memory
  const exact = valuesOf(program, rounded, kind)
  const inside = exact.every(({ value }) => !(Math.abs(value) > largest))
  const outputs = inPicture(program, rounded, own, kind)
  for (const [register, value] of outputs) {
    const { value: known = Number.NaN, off = 0 } = exact[register] ?? {}
    const isTold = inside && off <= telling * (Math.abs(known) + 2 ** precisions[kind].least)
    tally[isTold ? 'told' : 'untold']++
    if (isTold) expect(Math.abs(value - known)).toBeLessThanOrEqual(slack * off)
  }
}

const coordinate = fc.double({ min: -4, max: 4, noNaN: true })

describe.each([
  ['single', 0],
  ['double', 1],
] as const)('in %s precision', (_, kind) => {
  test('expressions by chance are as near as their operations', () => {
    const tally = { told: 0, untold: 0 }
    const [x, y] = [name('x'), name('y')]
    const trees = treesOf(fc.constantFrom(x, x, y), 4)
    fc.assert(
      fc.property(trees, coordinate, coordinate, (tree, a, b) => {
        const program = compile([tree, x, y])
        const own = ['x', 'y'].map((letter) => program.input(letter) as number)
        const memory = program.memory.slice()
        memory.set([a], own[0])
        memory.set([b], own[1])
        expectNear(program, memory, { own, kind, tally })
      }),
      { seed: 13, numRuns: 1500 },
    )
    expect(tally.told).toBeGreaterThan(2 * tally.untold)
  })

  test('so are steps of rules by chance, from states by chance', () => {
    const tally = { told: 0, untold: 0 }
    const states = fc.array(coordinate, { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(rules, states, ({ rule, hyper }, state) => {
        const experiment = {
          ...{ f: 'x^2/4 + sin(x*y) + exp(-y^2)', start: [1, 2], steps: 5 },
          runs: [{ optimizer: 'custom', rule, hyper }],
        }
        if (!canStart(experiment)) return
        const prepared = prepare(experiment)
        const run = prepared.runs[0] as Run
        const step = stepOf(prepared.loss.expression, prepared.loss.variables, run)
        const { memory, to } = startMachine(step, run, { ...prepared, began: 0, k: 0 })
        for (const [i, register] of to.entries()) memory[register] = state[i % 16] as number
        expectNear(step.program, memory, { own: [...to], kind, tally })
      }),
      { seed: 13, numRuns: 250 },
    )
    expect(tally.told).toBeGreaterThan(2 * tally.untold)
  })
})
