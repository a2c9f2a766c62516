import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { treesOf } from '../export/test/randomLoss.ts'
import { apply, type Expression, name } from '../language/expression.ts'
import { type Operation, operations } from '../language/operations.ts'
import { parse } from '../language/parse.ts'
import { compile, run } from '../language/program.ts'
import { assemble, mostRounds, type Round } from './assembly.ts'

const letters = ['a', 'b', 'c']
const special = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -3.7, 30, 1e-300, 1e300]
const values = [...special, Infinity, -Infinity, NaN]

/** A program as a module with a memory of its own. */
function assembled(expression: Expression, round: (inputs: number[], output: number) => Round) {
  const program = compile([expression, ...letters.map(name)])
  const inputs = letters.map((letter) => program.input(letter) as number)
  const { bytes, imports, size, columns } = assemble(
    program,
    round(inputs, program.outputs[0] as number),
  )
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / 65_536) })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    core: { ...imports, memory },
  })
  const all = new Float64Array(memory.buffer)
  all.set(program.memory)
  const rounds = exports.rounds as (most: number) => number
  return { program, inputs, all, columns, rounds }
}

describe('computes what the interpreter computes, to the last bit', () => {
  const everywhere = values.flatMap((a) => values.map((b, i) => [a, b, values.at(i - 3) as number]))

  function expectTheSame(e: Expression, places: readonly (readonly number[])[]) {
    const { program, inputs, all, columns, rounds } = assembled(e, (read, output) => ({
      read,
      written: [[output]],
      finite: [],
      moved: [],
    }))
    places.forEach((place, k) => {
      place.forEach((value, i) => {
        all[(columns.read[i] as number) + k] = value
      })
    })
    expect(rounds(places.length)).toBe(places.length)
    const memory = program.memory.slice()
    places.forEach((place, k) => {
      place.forEach((value, i) => {
        memory[inputs[i] as number] = value
      })
      run(program.code, memory)
      const expected = memory[program.outputs[0] as number] as number
      expect(all[(columns.written[0] as number) + k], `at ${place}`).toBe(expected)
    })
  }

  test.each(Object.keys(operations) as Operation[])('%s', (operation) => {
    const { length } = operations[operation].derivative
    expectTheSame(apply(operation, ...letters.slice(0, length).map(name)), everywhere)
  })

  test('and expressions by chance, at places by chance', () => {
    const anywhere = fc.oneof(fc.double({ min: -9, max: 9 }), fc.double())
    const places = fc.array(fc.tuple(anywhere, anywhere, anywhere), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(treesOf(fc.constantFrom(...letters).map(name), 4), places, expectTheSame),
      { seed: 13, numRuns: 300 },
    )
  })
})

describe('a round', () => {
  const onwards = (text: string) =>
    assembled(parse(text), ([a = 0, b = 0], output) => ({
      read: [],
      written: [[a], [b, output]],
      finite: [output],
      moved: [
        { from: output, to: a },
        { from: a, to: b },
      ],
    }))

  test('moves everything at once, and leaves it for the next time', () => {
    const { all, inputs, columns, rounds } = onwards('a + b')
    all[inputs[0] as number] = 1
    expect(rounds(5)).toBe(5)
    const [single = 0, pairs = 0] = columns.written
    expect([...all.subarray(single, single + 5)]).toEqual([1, 1, 2, 3, 5])
    expect([...all.subarray(pairs, pairs + 10)]).toEqual([0, 1, 1, 2, 1, 3, 2, 5, 3, 8])
    expect(rounds(1)).toBe(1)
    expect(all[single]).toBe(8)
    expect(inputs.slice(0, 2).map((register) => all[register])).toEqual([13, 8])
  })

  test('whose result is not finite does not count and is the last', () => {
    const { all, inputs, rounds } = onwards('1024^50*a')
    all[inputs[0] as number] = 1
    expect(rounds(mostRounds)).toBe(2)
    expect(all[inputs[0] as number]).toBe(1024 ** 100)
    expect(rounds(mostRounds)).toBe(0)
  })
})
