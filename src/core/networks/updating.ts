// An optimizer at work on all parameters of a network: its rule, from its text, goes over blocks of them.
import { name } from '../language/expression.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../rules/switches.ts'
import { type BlockProgram, blockProgram } from './blockProgram.ts'
import type { Floats, Room } from './floats.ts'
import { type Arrays, type Memory, remember, type Slots, setAll, toSlot } from './memory.ts'
import { overArrays, type RuleOverArrays, registers, type Slot } from './ruleOverArrays.ts'

/** What is updated. */
interface Place {
  readonly parameters: Floats
  readonly gradient: Floats
  readonly room: Room
}

/** What a method gives to its rule: a number, or one for each parameter. */
type Given = Readonly<Record<string, number | ArrayLike<number>>>

export interface Updating {
  /** What the line comes to in the step that was begun, if one was asked for. */
  ahead(): Floats | undefined
  /**
   * Begins the next step from the gradient that is there, as often as one likes: the schedule says what holds in it.
   * @param loss of the batch
   */
  begin(loss: number): void
  /** Takes the step that was begun. */
  move(given?: Given): void
  /** A hyper-parameter as this step uses it, after the schedule. */
  setting(name: string): number
  /** What is remembered between two steps. */
  save(): Memory
  /** What is remembered of a parameter, by its place. */
  slotsOf(parameter: number): Slots
  /** Goes on from what was remembered, also by other settings: what those remember beside that begins with the next step. */
  restore(memory: Memory): void
}

interface Ruled {
  readonly rule: Rule
  readonly settings: Settings
}

/**
 * Compiles the rule of a run once; a step allocates nothing.
 * @param line whose values are asked for before the step is taken
 */
export function updating({ rule, settings }: Ruled, place: Place, line?: string): Updating {
  const over = overArrays(rule)
  const arrays = arraysOf(over, rule, place)
  const values = new Map(Object.entries(settings).map(([n, value]) => [n, Number(value)]))
  const scheduled = [...over.scheduled.keys()].filter((n) => values.has(n))
  const ahead = line === undefined ? undefined : lookAhead(over, line, { ...place, arrays })
  const step = programOf(over, scheduled, { ...place, arrays })
  const program = ahead ? withSameValues(step, ahead.program) : step
  const shared = over.slots.filter(({ isVarying }) => !isVarying)
  const firstShared = 1 + over.slots.length - shared.length
  const used = new Map(values)
  const note = () => {
    for (let i = 0; i < scheduled.length; i++)
      used.set(scheduled[i] as string, program.settled(1 + over.slots.length + i))
    return used
  }
  const beginning = { arrays, values, room: place.room }
  setAll(program, values)
  const sharedNext = new Float64Array(shared.length)
  let t = 0
  /** What is remembered from the next step on. */
  let fresh: readonly Slot[] = over.slots
  return {
    begin(loss) {
      program.set(registers.count, t + 1)
      program.set(registers.loss, loss)
      if (fresh.length) remember(fresh, beginning, { program, scheduled: note })
      fresh = []
      program.settle()
      note()
    },
    move(given) {
      if (given) supply(given, arrays, program)
      if (given) program.settle()
      for (let i = 0; i < shared.length; i++) sharedNext[i] = program.settled(firstShared + i)
      program.run(place.parameters.length)
      t++
      for (let i = 0; i < shared.length; i++)
        program.set(registers.slot((shared[i] as Slot).name), sharedNext[i] as number)
    },
    ahead() {
      ahead?.program.run(place.parameters.length)
      return ahead?.values
    },
    setting: (n) => used.get(n) ?? Number.NaN,
    save: () => ({ t, slots: savedSlots(over.slots, arrays, program) }),
    slotsOf: (parameter) =>
      Object.fromEntries(
        over.slots.map(({ name: slot }) => {
          const register = registers.slot(slot)
          return [slot, arrays.get(register)?.[parameter] ?? program.value(register)] as const
        }),
      ),
    restore(memory) {
      t = memory.t
      for (const [slot, value] of memory.slots) {
        if (typeof value === 'number') program.set(registers.slot(slot), value)
        else arrays.get(registers.slot(slot))?.set(value)
      }
      fresh = t === 0 ? over.slots : over.slots.filter(({ name: n }) => !memory.slots.has(n))
    },
  }
}

type Held = Place & { readonly arrays: Arrays }

/** A program that computes a line and changes nothing else. */
function lookAhead(over: RuleOverArrays, line: string, { parameters, arrays, room }: Held) {
  const value = over.lineOf(line)
  if (!value) throw new Error(`the rule has no line ${line}`)
  const values = room(parameters.length)
  return { values, program: blockProgram([{ value, to: values }], arrays, room) }
}

/** A program that hands on to another one what it is told. */
const withSameValues = (program: BlockProgram, other: BlockProgram): BlockProgram => ({
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

/** One step: the point and what is kept of each parameter, then what is kept once, then what the schedule sets. */
function programOf(
  over: RuleOverArrays,
  scheduled: readonly string[],
  { parameters, arrays, room }: Held,
): BlockProgram {
  const varying = over.slots.filter(({ isVarying }) => isVarying)
  const shared = over.slots.filter(({ isVarying }) => !isVarying)
  return blockProgram(
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

const savedSlots = (slots: readonly Slot[], arrays: Arrays, program: BlockProgram) =>
  new Map(
    slots.map(({ name: slot }) => {
      const register = registers.slot(slot)
      return [slot, arrays.get(register)?.slice() ?? program.value(register)] as const
    }),
  )

function arraysOf({ slots }: RuleOverArrays, { supplied }: Rule, place: Place): Arrays {
  const { parameters, gradient, room } = place
  const fresh = (register: string) => [register, room(parameters.length)] as const
  return new Map<string, Floats>([
    [registers.point, parameters],
    [registers.slope, gradient],
    ...slots.filter((slot) => slot.isVarying).map((slot) => fresh(registers.slot(slot.name))),
    ...supplied.filter((one) => !one.shared).map((one) => fresh(registers.supplied(one))),
  ])
}

function supply(given: Given, arrays: Arrays, program: BlockProgram): void {
  for (const [n, value] of Object.entries(given)) {
    const register = registers.supplied({ name: n })
    if (typeof value === 'number') program.set(register, value)
    else arrays.get(register)?.set(value)
  }
}
