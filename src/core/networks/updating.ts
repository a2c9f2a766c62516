// An optimizer at work on all parameters of a network: its rule, from its text, goes over blocks of them.
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../rules/switches.ts'
import type { BlockProgram } from './blockProgram.ts'
import type { Floats } from './floats.ts'
import { type Memory, remember, type Slots, setAll } from './memory.ts'
import { overArrays, type RuleOverArrays, registers, type Slot } from './ruleOverArrays.ts'
import type { Arrays } from './settling.ts'
import {
  arraysOf,
  type Given,
  lookAhead,
  type Place,
  programOf,
  puttingAt,
  puttingCount,
  supply,
  withSameValues,
} from './stepPrograms.ts'

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
  const count = puttingCount(over, values, programs)
  const lossAt = puttingAt(registers.loss, programs)
  let t = 0
  /** What is remembered from the next step on. */
  let fresh: readonly Slot[] = over.slots
  return {
    begin(loss) {
      count(t + 1)
      lossAt(loss)
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

const savedSlots = (slots: readonly Slot[], arrays: Arrays, program: BlockProgram) =>
  new Map(
    slots.map(({ name: slot }) => {
      const register = registers.slot(slot)
      return [slot, arrays.get(register)?.slice() ?? program.value(register)] as const
    }),
  )
