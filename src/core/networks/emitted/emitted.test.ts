// What is emitted against what is interpreted: to the last bit.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, type Expression, name, number } from '../../language/expression.ts'
import { type Operation, operations } from '../../language/operations.ts'
import { blockProgram } from '../blockProgram.ts'
import { double, type Floats, type Room, single } from '../floats.ts'
import { emittedPrograms } from './emitted.ts'
import { isEmitted, roomIn } from './test/memory.ts'

const rooms = { single, double } as const
const precisions = Object.keys(rooms) as (keyof typeof rooms)[]
const codes = Object.keys(operations) as Operation[]

const letters = ['a', 'b', 'c']
const special = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -3.7, 30, 1e-40, 1e-300, 3e38, 1e300]
const values = [...special, Infinity, -Infinity, NaN]

/** What a program leaves in its arrays. */
function left(
  targets: readonly { readonly value: Expression; readonly to?: string }[],
  given: Readonly<Record<string, readonly number[] | number>>,
  { make, room, count }: { make: typeof blockProgram; room: Room; count: number },
) {
  const arrays = new Map<string, Floats>()
  for (const [n, numbers] of Object.entries(given)) {
    if (typeof numbers === 'number') continue
    const array = room(numbers.length)
    array.set(numbers)
    arrays.set(n, array)
  }
  const program = make(
    targets.map(({ value, to }) => ({ value, ...(to && { to: arrays.get(to) as Floats }) })),
    arrays,
    room,
  )
  for (const [n, value] of Object.entries(given))
    if (typeof value === 'number') program.set(n, value)
  program.settle()
  program.run(count)
  const settled = targets.map(({ to }, i) => (to ? 0 : program.settled(i)))
  return { program, numbers: [...arrays].map(([n, array]) => [n, ...array]), settled }
}

function expectTheSame(
  targets: Parameters<typeof left>[0],
  given: Parameters<typeof left>[1],
  precision: keyof typeof rooms,
  count: number,
) {
  const plain = left(targets, given, { make: blockProgram, room: rooms[precision], count })
  const { memory, room } = roomIn(rooms[precision])
  const emitted = left(targets, given, { make: emittedPrograms(memory), room, count })
  expect(isEmitted(emitted.program)).toBe(true)
  expect(emitted.numbers).toEqual(plain.numbers)
  expect(emitted.settled).toEqual(plain.settled)
}

describe.each(precisions)('in %s precision', (precision) => {
  test.each(codes)('%s comes to the same', (operation) => {
    const places = values.flatMap((a) => values.map((b, i) => [a, b, values.at(i - 3) as number]))
    const { length } = operations[operation].derivative
    const value = apply(operation, ...letters.slice(0, length).map(name))
    const columns = letters.map((n, i) => [n, places.map((place) => place[i] as number)] as const)
    const given = { ...Object.fromEntries(columns), y: places.map(() => 7) }
    expectTheSame([{ value, to: 'y' }], given, precision, places.length)
  })

  test.each([0, 1, 2, 3, 4, 5, 8, 9])('%i of eleven numbers change', (count) => {
    const x = Array.from({ length: 11 }, (_, i) => i / 3 - 1)
    const value = apply('add', apply('exp', name('x')), name('c'))
    expectTheSame([{ value, to: 'x' }], { x, c: 0.1 }, precision, count)
  })

  const numbers = fc.oneof(
    fc.constantFrom(...values),
    fc.double({ noNaN: true, min: -9, max: 9 }),
    fc.double(),
  )
  const expressions = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(
        fc.constantFrom(...['a', 'b', 'c', 'd'].map(name)),
        fc.constantFrom(0, 1, 2, 3, 0.5, -1, 0.1).map(number),
      ),
      fc
        .tuple(fc.constantFrom(...codes), tie('tree'), tie('tree'), tie('tree'))
        .map(([operation, ...args]) =>
          apply(operation, ...args.slice(0, operations[operation].derivative.length)),
        ),
    ),
  })).tree

  test('expressions come to the same; what they write changes together', () => {
    const rows = fc.array(fc.tuple(numbers, numbers), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(
        fc.tuple(expressions, expressions, fc.constantFrom('c', 'd').map(name)),
        rows,
        fc.tuple(numbers, numbers),
        ([p, q, shared], row, [c, d]) => {
          const [a, b] = [row.map(([one]) => one), row.map(([, other]) => other)]
          const targets = [
            { value: p, to: 'b' },
            { value: q, to: 'a' },
            { value: name('a'), to: 'y' },
            { value: apply('mul', shared, number(3)) },
          ]
          const y = row.map(() => 7)
          expectTheSame(targets, { a, b, y, c, d }, precision, row.length)
        },
      ),
      { seed: 11, numRuns: 400 },
    )
  })
})

test('what lies elsewhere, or is of two precisions, is interpreted', () => {
  const { memory, room } = roomIn(double)
  const make = emittedPrograms(memory)
  const made = (x: Floats, y: Floats) => {
    const program = make([{ value: apply('exp', name('x')), to: y }], new Map([['x', x]]), room)
    program.settle()
    program.run(x.length)
    return { isEmitted: isEmitted(program), y: [...y] }
  }
  expect(made(room(3), room(3))).toEqual({ isEmitted: true, y: [1, 1, 1] })
  expect(made(room(3), double(3))).toEqual({ isEmitted: false, y: [1, 1, 1] })
  expect(made(single(3), room(3))).toEqual({ isEmitted: false, y: [1, 1, 1] })
  const narrow = new Float32Array(memory.buffer, 4096, 3)
  expect(made(room(3), narrow)).toEqual({ isEmitted: false, y: [1, 1, 1] })
})
