// Weights as PyTorch names them: the parts of `net = nn.Sequential(nn.Linear(…), activation, nn.Linear(…), …)`, an
// nn.Identity() where a layer has no activation, so that linear layers always have even numbers.

import { isRecord } from '../experiment/form.ts'
import { ExperimentError } from '../experimentError.ts'
import { type Architecture, tensorShapes } from '../networks/network.ts'
import { exact } from '../number.ts'
import { few, shortened } from '../quote.ts'

/** Numbers of each tensor, row by row, in PyTorch's order. */
type Tensors = readonly ArrayLike<number>[]

/** The name of the i-th tensor: net.0.weight, net.0.bias, net.2.weight, … */
const tensorName = (i: number): string =>
  `net.${2 * Math.floor(i / 2)}.${i % 2 ? 'bias' : 'weight'}`

/**
 * The weights of a network as JSON: nested lists under the names of PyTorch's state_dict.
 * @param parameters weight (out × in, row by row), bias, weight, …
 */
export function stateDict(architecture: Architecture, parameters: Tensors): string {
  const entries = tensorShapes(architecture).map(([rows = 0, columns], i) => {
    const numbers = Array.from(parameters[i] ?? [], exact)
    const list = (from: number, to: number) => `[${numbers.slice(from, to).join(', ')}]`
    const value =
      columns === undefined
        ? list(0, rows)
        : `[\n${Array.from({ length: rows }, (_, r) => `  ${list(r * columns, (r + 1) * columns)}`).join(',\n')}\n ]`
    return ` ${JSON.stringify(tensorName(i))}: ${value}`
  })
  return `{\n${entries.join(',\n')}\n}\n`
}

/**
 * Reads weights that stateDict or PyTorch wrote.
 * @returns the numbers of each tensor, row by row, in PyTorch's order
 * @throws ExperimentError with one sentence, if they are not the weights of such a network
 */
export function readStateDict(text: string, architecture: Architecture): number[][] {
  const read = parsed(text)
  const shapes = tensorShapes(architecture)
  const names = shapes.map((_, i) => tensorName(i))
  const missing = names.filter((name) => !Object.hasOwn(read, name))
  if (missing.length)
    throw new ExperimentError(
      `The weights have no ${few(missing, '"')}: this network needs ${names.length} lists, ${names[0]} to ${names.at(-1)}`,
    )
  const extra = Object.keys(read).filter((name) => !names.includes(name))
  if (extra.length)
    throw new ExperimentError(
      `This network has no ${few(extra, '"')}: its last list is ${names.at(-1)}`,
    )
  return shapes.map((shape, i) => numbersOf(read[names[i] as string], shape, names[i] as string))
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    // Python writes what JSON has not.
    const why = /\b(NaN|Infinity)\b/.exec(text)
    throw new ExperimentError(
      why ? `The weights must be finite numbers, not ${why[0]}` : 'The weights are not JSON',
      { cause },
    )
  }
  if (isRecord(value)) return value
  throw new ExperimentError('The weights are an object such as { "net.0.weight": [[0.5]], … }')
}

function numbersOf(value: unknown, shape: readonly number[], name: string): number[] {
  const [rows = 0, columns] = shape
  const list = Array.isArray(value) ? value : []
  const isRight =
    list.length === rows &&
    (columns === undefined || list.every((row) => Array.isArray(row) && row.length === columns))
  if (!isRight)
    throw new ExperimentError(`"${name}" is ${shapeInWords(value)}, but must be ${inWords(shape)}`)
  const numbers: unknown[] = list.flat()
  const odd = numbers.find((n) => typeof n !== 'number' || !Number.isFinite(n))
  if (odd !== undefined)
    throw new ExperimentError(
      `"${name}" has ${shortened(typeof odd === 'number' ? String(odd) : JSON.stringify(odd))} in it, but must be finite numbers`,
    )
  return numbers as number[]
}

const inWords = (shape: readonly number[]): string =>
  shape.length === 1 ? `a list of ${shape[0]}` : `${shape.join(' × ')}, row by row`

function shapeInWords(value: unknown): string {
  if (!Array.isArray(value)) return 'no list'
  const widths = [...new Set(value.map((row) => (Array.isArray(row) ? row.length : undefined)))]
  const [width] = widths
  if (widths.length > 1) return 'of rows that differ'
  return inWords(width === undefined ? [value.length] : [value.length, width])
}
