// The programs of an optimizer's step over all parameters, and how they are told what holds in it.
import { name } from '../language/expression.ts'
import { evaluate } from '../language/program.ts'
import { runningPower } from '../powers.ts'
import type { Rule } from '../rules/rule.ts'
import { type BlockProgram, blockProgram } from './blockProgram.ts'
import type { Floats } from './floats.ts'
import type { Kernels } from './kernel.ts'
import { toSlot } from './memory.ts'
import { type RuleOverArrays, registers } from './ruleOverArrays.ts'
import type { Arrays } from './settling.ts'

/** What is updated, and by what. */
export interface Place extends Pick<Kernels, 'room' | 'program'> {
  readonly parameters: Floats
  readonly gradient: Floats
}

/** What a method gives to its rule: a number, or one for each parameter. */
export type Given = Readonly<Record<string, number | ArrayLike<number>>>

type Held = Place & { readonly arrays: Arrays }

/** One step: the point and what is kept of each parameter, then what is kept once, then what the schedule sets. */
export function programOf(
  over: RuleOverArrays,
  scheduled: readonly string[],
  { parameters, arrays, room, program = blockProgram }: Held,
): BlockProgram {
  const varying = over.slots.filter(({ isVarying }) => isVarying)
  const shared = over.slots.filter(({ isVarying }) => !isVarying)
  return program(
    [
      { value: over.point, to: parameters },
      ...varying.map(({ name: slot, next }) => ({ value: next, ...toSlot(arrays, slot) })),
      ...shared.map(({ next }) => ({ value: next })),
      ...scheduled.map((n) => ({ value: over.scheduled.get(n) ?? name(registers.hyper(n)) })),
    ],
    arrays,
    room,
  )
}

/** A program that computes a line and changes nothing else. */
export function lookAhead(
  over: RuleOverArrays,
  line: string,
  { parameters, arrays, room, program = blockProgram }: Held,
) {
  const value = over.lineOf(line)
  if (!value) throw new Error(`the rule has no line ${line}`)
  const values = room(parameters.length)
  return { values, program: program([{ value, to: values }], arrays, room) }
}

/** A program that hands on to another one what it is told. */
export const withSameValues = (program: BlockProgram, other: BlockProgram): BlockProgram => ({
  ...program,
  set(n, value) {
    program.set(n, value)
    other.set(n, value)
  },
  settle() {
    program.settle()
    other.settle()
  },
})

type Put = (value: number) => void

/** What gives a name its value, in all programs that read it. */
export function puttingAt(n: string, programs: readonly BlockProgram[]): Put {
  const places = programs.map((one) => one.place(n))
  return (value) => {
    for (let i = 0; i < places.length; i++) programs[i]?.put(places[i] as number, value)
  }
}

/** What tells the programs the number of the step, and the powers of it that the rule looks up. */
export function puttingCount(
  { powers }: RuleOverArrays,
  values: ReadonlyMap<string, number>,
  programs: readonly BlockProgram[],
): Put {
  const count = puttingAt(registers.count, programs)
  const known = new Map([...values].map(([n, value]) => [registers.hyper(n), value]))
  const all = [...powers].map(([n, base]) => ({
    put: puttingAt(n, programs),
    at: runningPower(evaluate(base, (hyper) => known.get(hyper) ?? Number.NaN)),
  }))
  return (t) => {
    count(t)
    for (const { put, at } of all) put(at(t))
  }
}

export function arraysOf({ slots }: RuleOverArrays, { supplied }: Rule, place: Place): Arrays {
  const { parameters, gradient, room } = place
  const fresh = (register: string) => [register, room(parameters.length)] as const
  return new Map<string, Floats>([
    [registers.point, parameters],
    [registers.slope, gradient],
    ...slots.filter((slot) => slot.isVarying).map((slot) => fresh(registers.slot(slot.name))),
    ...supplied.filter((one) => !one.shared).map((one) => fresh(registers.supplied(one))),
  ])
}

export function supply(given: Given, arrays: Arrays, program: BlockProgram): void {
  for (const [n, value] of Object.entries(given)) {
    const register = registers.supplied({ name: n })
    if (typeof value === 'number') program.set(register, value)
    else arrays.get(register)?.set(value)
  }
}
