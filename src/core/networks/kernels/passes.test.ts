// Networks as a whole by the kernels that are chosen for them: against difference quotients, and where something lies in no
// memory of theirs.
import { describe, expect, test } from 'vitest'
import { uniform } from '../../random.ts'
import type { Floats } from '../floats.ts'
import { initializations } from '../initial.ts'
import type { Kernels } from '../kernel.ts'
import { lossFunctions } from '../losses.ts'
import { makeNetwork } from '../network.ts'
import type { Mask } from '../passesThrough.ts'
import { doubleKernels } from '../plainKernels.ts'
import { firstOf } from './engine.ts'
import { double, kernelsFor } from './kernelsFor.ts'
import { wasmKernels } from './wasmKernels.ts'

const rows = 11
const seed = 3
const architecture = {
  inputs: 3,
  hidden: [6, 9, 5],
  activations: ['elu', 'gelu', 'softplus'] as const,
  outputs: 2,
}
const drawn = (length: number, stream: number) =>
  Float64Array.from({ length }, (_, i) => 2 * uniform(seed, stream, i) - 1)
const x = drawn(rows * architecture.inputs, 1)
const targets = drawn(rows * architecture.outputs, 2)

const own = () => kernelsFor(0)

/** A network with its loss and the slopes of it, at points that may lie anywhere. */
function learning(kernels: Kernels, points: Floats = x, mask?: Mask) {
  const network = makeNetwork(architecture, rows, kernels)
  initializations.torch(network, seed)
  const answered = { output: network.output, targets, rows, width: architecture.outputs }
  const value = () => {
    network.forward(points, rows, mask)
    return lossFunctions.mse.sum(answered, network.delta)
  }
  const slopes = () => {
    value()
    network.backward(points, rows, mask)
    return [...network.gradient]
  }
  return { network, value, slopes }
}

const expectNear = (found: readonly number[], wanted: readonly number[], digits: number) =>
  found.forEach((number, i) => {
    expect(number).toBeCloseTo(wanted[i] as number, digits)
  })

test('are double ones of a small network and single ones of a large one, in WebAssembly', () => {
  for (const [parameters, bytes] of [
    [10_000, 8],
    [10_001, 4],
  ] as const) {
    const kernels = kernelsFor(parameters)
    const numbers = kernels.room(5)
    expect(numbers.BYTES_PER_ELEMENT).toBe(bytes)
    expect(numbers.buffer).toBe(kernels.memory?.buffer)
  }
})

test('slopes are the difference quotients', () => {
  const { network, value, slopes } = learning(own())
  const found = slopes()
  const h = 1e-6
  const quotients = Array.from(network.parameters, (kept, i) => {
    network.parameters[i] = kept + h
    const above = value()
    network.parameters[i] = kept - h
    const below = value()
    network.parameters[i] = kept
    return (above - below) / (2 * h)
  })
  expectNear(found, quotients, 7)
})

describe('the slopes are those of plain JavaScript', () => {
  const wanted = learning(doubleKernels).slopes()

  test('of points in the same memory, and of points elsewhere', () => {
    const kernels = own()
    kernels.reserve?.(x.length)
    const near = kernels.room(x.length)
    near.set(x)
    expect(near.buffer).toBe(kernels.memory?.buffer)
    expectNear(learning(kernels, near).slopes(), wanted, 12)
    expectNear(learning(own(), x).slopes(), wanted, 12)
  })

  test('through a mask, layer by layer', () => {
    const through: Mask = { apply: (_, y) => y, derive() {} }
    expectNear(learning(own(), x, through).slopes(), wanted, 12)
  })

  test('where so much memory is not to be had, or what is there is full', () => {
    const module = firstOf(['plain']) as object
    const greedy = wasmKernels(module, double)
    greedy.reserve?.(1e12)
    expect(learning(greedy).slopes()).toEqual(wanted)
    const full = wasmKernels(module, double)
    expect(full.room(1e6).buffer).not.toBe(full.memory?.buffer)
    while (full.room(100).buffer === full.memory?.buffer);
    expectNear(learning(full).slopes(), wanted, 12)
  })
})

test('fewer rows than there is room for leave the others as they were', () => {
  const { network } = learning(own())
  network.forward(x, rows)
  const all = [...network.output]
  network.output.fill(7)
  const answered = 4 * architecture.outputs
  network.forward(x, 4)
  expect([...network.output]).toEqual([...all.slice(0, answered), ...all.slice(answered).fill(7)])
})
