// core/kernel/: steps as WebAssembly, for runs that walk far; it comes on demand, and nothing comes out otherwise because
// of it.
//
// The step of a machine as WebAssembly: so fast is what is walked often.

import type { Machine } from '../descent/machine.ts'
import type { Filled } from '../descent/recording.ts'
import { hasten, type Walk } from '../descent/walk.ts'
import { engine, type Memory } from '../engine.ts'
import type { Program } from '../language/program.ts'
import { assemble, mostRounds } from './assembly.ts'

const bytesOfPage = 65_536
let shared: Memory | undefined

/** Kernels follow each other and leave nothing behind, so all use one memory. */
function memoryFor({ Memory }: NonNullable<typeof engine>, size: number): Memory {
  const pages = Math.ceil(size / bytesOfPage)
  shared ??= new Memory({ initial: pages })
  const lacking = pages - shared.buffer.byteLength / bytesOfPage
  if (lacking > 0) shared.grow(lacking)
  return shared
}

/** To assemble a kernel takes as long as so many steps. */
const worthwhile = 2000

interface Walked {
  steps: number
  kernel?: Walk | undefined
}

const known = new WeakMap<Program, Map<string, Walked>>()

// Whoever loads this walks by kernels from now on, where steps have been walked often enough to be worth one.
hasten(readyKernel)

function readyKernel(machine: Machine, filled: readonly Filled[], steps: number): Walk | undefined {
  const { program } = machine.step
  const kernels = known.get(program) ?? new Map<string, Walked>()
  known.set(program, kernels)
  const key = filled.map(({ registers }) => registers.join()).join(';')
  const walked = kernels.get(key) ?? { steps: 0 }
  kernels.set(key, walked)
  if (walked.steps < worthwhile) {
    walked.steps += steps
    if (walked.steps >= worthwhile) walked.kernel = kernelFor(machine, filled)
  }
  return walked.kernel
}

/** Nothing where WebAssembly is not there or not allowed. */
export function kernelFor(machine: Machine, filled: readonly Filled[]): Walk | undefined {
  if (!engine) return undefined
  const { step, point, from, to, varying } = machine
  const { bytes, imports, size, columns } = assemble(step.program, {
    read: varying.map(({ register }) => register),
    written: filled.map(({ registers }) => registers),
    finite: [...from.subarray(0, point.length)],
    moved: Array.from(from, (register, i) => ({ from: register, to: to[i] as number })),
  })
  try {
    const memory = memoryFor(engine, size)
    const module = new engine.Module(bytes)
    const { exports } = new engine.Instance(module, { core: { ...imports, memory } })
    return kernelWith(exports.rounds as (most: number) => number, memory, columns)
  } catch {
    return undefined
  }
}

const kernelWith =
  (
    rounds: (most: number) => number,
    memory: Memory,
    columns: ReturnType<typeof assemble>['columns'],
  ): Walk =>
  (machine, filled, from, to, origin = 0) => {
    const all = new Float64Array(memory.buffer)
    const registers = machine.memory
    all.set(registers)
    let k = from
    for (let isOver = false; k < to && !isOver; ) {
      const most = Math.min(to - k, mostRounds)
      for (const [j, { fill }] of machine.varying.entries())
        fill(all, columns.read[j] as number, k, most)
      const done = rounds(most)
      for (const [j, { column, registers }] of filled.entries()) {
        const [first, width] = [columns.written[j] as number, registers.length]
        column.set(all.subarray(first, first + done * width), (k - origin) * width)
      }
      k += done
      isOver = done < most
    }
    registers.set(all.subarray(0, registers.length))
    return k
  }
