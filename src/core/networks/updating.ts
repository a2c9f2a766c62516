// An optimizer at work on all parameters of a network: its rule, from its text, goes over blocks of them.
import { name } from '../language/expression.ts'
import { evaluate } from '../language/program.ts'
import { runningPower } from '../powers.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../rules/switches.ts'
import { type BlockProgram, blockProgram } from './blockProgram.ts'
import type { Floats } from './floats.ts'
import type { Kernels } from './kernel.ts'
import { type Memory, remember, type Slots, setAll, toSlot } from './memory.ts'
import { overArrays, type RuleOverArrays, registers, type Slot } from './ruleOverArrays.ts'
import type { Arrays } from './settling.ts'

/** What is updated, and by what. */
interface Place extends Pick<Kernels, 'room' | 'program'> {
  readonly parameters: Floats
  readonly gradient: Floats
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
  const programs = ahead ? [step, ahead.program] : [step]
  const program = ahead ? withSameValues(step, ahead.program) : step
  const current = settingsOf(values, scheduled, (i) => program.settled(1 + over.slots.length + i))
  const beginning = { arrays, values, room: place.room }
  setAll(program, values)
  const onwards = sharedSlots(over, program)
  const [count, lossAt] = [registers.count, registers.loss].map((n) => puttingAt(n, programs)) as [
    Put,
    Put,
  ]
  const known = new Map([...values].map(([n, value]) => [registers.hyper(n), value]))
  const powers = [...over.powers].map(([n, base]) => ({
    put: puttingAt(n, programs),
    at: runningPower(evaluate(base, (hyper) => known.get(hyper) ?? Number.NaN)),
  }))
  let t = 0
  /** What is remembered from the next step on. */
  let fresh: readonly Slot[] = over.slots
  return {
    begin(loss) {
      count(t + 1)
      lossAt(loss)
      for (const { put, at } of powers) put(at(t + 1))
      if (fresh.length) remember(fresh, beginning, { program, scheduled: current.all })
      fresh = []
      program.settle()
      current.note()
    },
    move(given) {
      if (given) supply(given, arrays, program)
      if (given) program.settle()
      onwards.read()
      program.run(place.parameters.length)
      t++
      onwards.write()
    },
    ahead() {
      ahead?.program.run(place.parameters.length)
      return ahead?.values
    },
    setting: current.setting,
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

type Put = (value: number) => void

/** What gives a name its value, in all programs that read it. */
function puttingAt(n: string, programs: readonly BlockProgram[]): Put {
  const places = programs.map((one) => one.place(n))
  return (value) => {
    for (let i = 0; i < places.length; i++) programs[i]?.put(places[i] as number, value)
  }
}

type Held = Place & { readonly arrays: Arrays }

/** A program that computes a line and changes nothing else. */
function lookAhead(
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

/** What the hyper-parameters are worth in a step: some are set by the schedule, the others stay. */
function settingsOf(
  values: ReadonlyMap<string, number>,
  scheduled: readonly string[],
  settled: (i: number) => number,
) {
  const now = Float64Array.from(scheduled, (n) => values.get(n) as number)
  const setting = (n: string) => now[scheduled.indexOf(n)] ?? values.get(n) ?? Number.NaN
  const note = () => {
    for (let i = 0; i < now.length; i++) now[i] = settled(i)
  }
  const all = () => {
    note()
    return new Map([...values.keys()].map((n) => [n, setting(n)]))
  }
  return { setting, note, all }
}

/** What is kept once for all parameters goes on to the next step when all of this one is computed. */
function sharedSlots({ slots }: RuleOverArrays, program: BlockProgram) {
  const shared = slots.filter(({ isVarying }) => !isVarying)
  const names = shared.map((slot) => registers.slot(slot.name))
  const first = 1 + slots.length - shared.length
  const next = new Float64Array(shared.length)
  return {
    read() {
      for (let i = 0; i < next.length; i++) next[i] = program.settled(first + i)
    },
    write() {
      for (let i = 0; i < next.length; i++) program.set(names[i] as string, next[i] as number)
    },
  }
}

/** One step: the point and what is kept of each parameter, then what is kept once, then what the schedule sets. */
function programOf(
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
