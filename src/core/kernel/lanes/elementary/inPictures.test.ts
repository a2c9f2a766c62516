// What pictures compute themselves is held against JavaScript's functions: as far off as the table of operations says.
import { describe, expect, test } from 'vitest'
import { apply, name } from '../../../language/expression.ts'
import { type Operation, operations } from '../../../language/operations.ts'
import { compile } from '../../../language/program.ts'
import { uniform } from '../../../random.ts'
import { assembleLanes } from '../assembly.ts'
import { type Breadth, doubles, singles } from '../breadth.ts'
import { isInPictures } from './inPictures.ts'

const names = Object.keys(operations) as Operation[]
const special = [0, -0, Infinity, -Infinity, NaN, 1e30, -1e30, 1e300, 1e-40, -1e-40, 1e-310, 5e-324]
const ends = [20, 21, 88.5, 89, -88, -89, -104, -110, 709, 710, -709, -745, -746, 513, -513, 1.1e5]
const ranges = [1e-3, 1, 10, 90, 600]

/** Near all zeros and poles of circular functions, and everywhere. */
const places = [
  ...[...special, ...ends],
  ...Array.from({ length: 700 }, (_, k) => ((k - 350) * Math.PI) / 2),
  ...ranges.flatMap((range, j) =>
    Array.from({ length: 2000 }, (_, i) => range * (2 * uniform(17, i, j) - 1)),
  ),
]

/** A function on vectors, of many numbers. */
function inVectors(operation: Operation, breadth: Breadth) {
  const program = compile([apply(operation, name('a')), name('a')])
  const [from, to] = [program.input('a') as number, program.outputs[0] as number]
  const { count, lanes } = breadth
  const { bytes, imports, size, given } = assembleLanes(
    program,
    { read: [], written: [], left: [to], moved: [], own: new Set([from]) },
    { breadth, rounds: 1, isPicture: true },
  )
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / 65_536) })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    core: { ...imports, memory },
  })
  const all = lanes.kind === 0 ? new Float32Array(memory.buffer) : new Float64Array(memory.buffer)
  for (const register of given)
    all.fill(program.memory[register] as number, register * count, (register + 1) * count)
  return (numbers: readonly number[]): number[] =>
    Array.from({ length: Math.ceil(numbers.length / count) }, (_, k) => {
      all.set(numbers.slice(k * count, (k + 1) * count), from * count)
      ;(exports.rounds as (most: number) => number)(1)
      return [...all.subarray(to * count, (to + 1) * count)]
    })
      .flat()
      .slice(0, numbers.length)
}

const [bits, least] = [
  [23, 52],
  [-100, -1000],
] as const

/** In units of the last place. */
function off(own: number, truth: number, kind: 0 | 1): number {
  const rounded = kind === 0 ? Math.fround(truth) : truth
  if (Object.is(own, rounded) || own === rounded) return 0
  const exponent = Math.max(least[kind], Math.floor(Math.log2(Math.abs(rounded))))
  return Math.abs(own - truth) / 2 ** (exponent - bits[kind])
}

const known = names.filter((operation) => operations[operation].off)

test('the table says of each how far off it is, and of no other', () => {
  expect(known.toSorted()).toEqual(names.filter(isInPictures).toSorted())
})

describe.each([
  ['single', singles],
  ['double', doubles],
] as const)('in %s precision', (_, breadth) => {
  test.each(known)('%s is as near as the table says', (operation) => {
    const { kind } = breadth.lanes
    const numbers = kind === 0 ? places.map(Math.fround) : places
    const { value, off: most } = operations[operation]
    const result = inVectors(operation, breadth)(numbers)
    for (const [i, own] of result.entries()) {
      const place = numbers[i] as number
      const far = off(own, value(place), kind)
      expect(far <= (most?.[kind] ?? 0), `${operation}(${place}) is ${own}, off by ${far}`).toBe(
        true,
      )
    }
  })
})
