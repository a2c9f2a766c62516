// What vectors compute is held against the interpreter: every operation at special places, and expressions by chance.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treesOf } from '../../export/test/randomLoss.ts'
import { apply, type Expression, name } from '../../language/expression.ts'
import { type Operation, operations } from '../../language/operations.ts'
import { compile, run } from '../../language/program.ts'
import { assembleLanes, mostRounds } from './assembly.ts'
import { doubles } from './breadth.ts'

const letters = ['a', 'b', 'c']
const special = [0, -0, 1, -1, 0.5, -0.5, 2.5, -3.7, 30, 1e-300, 1e300, Infinity, -Infinity, NaN]
const names = Object.keys(operations) as Operation[]

/** What an expression is at some places: by vectors, a place for each lane and round, and by the interpreter. */
function bothWays(expression: Expression, places: readonly (readonly number[])[]) {
  const program = compile([expression, ...letters.map(name)])
  const inputs = letters.map((letter) => program.input(letter) as number)
  const output = program.outputs[0] as number
  const { count } = doubles
  const rounds = Math.ceil(places.length / count)
  const { bytes, imports, size, columns, given } = assembleLanes(
    program,
    {
      read: inputs.map((register) => ({ register, isOwn: true })),
      ...{ written: [[output]], left: [], moved: [], own: new Set() },
    },
    { rounds: Math.max(rounds, mostRounds) },
  )
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / 65_536) })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    core: { ...imports, memory },
  })
  const all = new Float64Array(memory.buffer)
  for (const register of given)
    all.fill(program.memory[register] as number, register * count, (register + 1) * count)
  for (const [k, place] of places.entries())
    for (const [i, value] of place.entries()) all[(columns.read[i] as number) + k] = value
  ;(exports.rounds as (most: number) => number)(rounds)
  const registers = program.memory.slice()
  const interpreted = places.map((place) => {
    for (const [i, value] of place.entries()) registers[inputs[i] as number] = value
    run(program.code, registers)
    return registers[output] as number
  })
  const begin = columns.written[0] as number
  return { vectors: [...all.subarray(begin, begin + places.length)], interpreted }
}

const everywhere = special.flatMap((a) =>
  special.map((b, i) => [a, b, special.at(i - 3) as number] as const),
)

test.each(names)('%s is what the interpreter says, to the last bit', (operation) => {
  const { length } = operations[operation].derivative
  const { vectors, interpreted } = bothWays(
    apply(operation, ...letters.slice(0, length).map(name)),
    everywhere,
  )
  expect(vectors).toEqual(interpreted)
})

test('so are expressions by chance, at places by chance', () => {
  const place = fc.tuple(fc.double(), fc.double({ min: -9, max: 9 }), fc.double())
  fc.assert(
    fc.property(
      treesOf(fc.constantFrom(...letters).map(name), 4),
      fc.array(place, { minLength: 1, maxLength: 9 }),
      (e, places) => {
        const { vectors, interpreted } = bothWays(e, places)
        expect(vectors).toEqual(interpreted)
      },
    ),
    { seed: 13, numRuns: 300 },
  )
})
