// What a rule remembers from step to step, and how it begins.
import { type BlockProgram, blockProgram } from './blockProgram.ts'
import type { Floats, Room } from './floats.ts'
import { type RuleOverArrays, registers, type Slot } from './ruleOverArrays.ts'

export type Arrays = ReadonlyMap<string, Floats>
type Values = ReadonlyMap<string, number>

/** Where a slot lies, if each parameter has one of its own. */
export const toSlot = (arrays: Arrays, slot: string) => {
  const to = arrays.get(registers.slot(slot))
  return to ? { to } : {}
}

export const setAll = (program: BlockProgram, values: Values) => {
  for (const [n, value] of values) program.set(registers.hyper(n), value)
}

interface Beginning {
  readonly over: RuleOverArrays
  readonly arrays: Arrays
  readonly values: Values
  readonly room: Room
}

/**
 * Fills the memory. As in PyTorch, what starts from the learning rate starts from the scheduled one.
 * @param scheduled what the schedule makes of the settings in the first step
 */
export function remember(
  beginning: Beginning,
  program: BlockProgram,
  scheduled: () => Values,
): void {
  const { slots } = beginning.over
  start(slots, beginning, program)
  program.settle()
  const own = slots.filter(({ isOwn }) => isOwn)
  start(own, { ...beginning, values: new Map(scheduled()) }, program)
}

function start(
  slots: readonly Slot[],
  { arrays, values, room }: Beginning,
  program: BlockProgram,
): void {
  const targets = slots.map((slot) => ({ value: slot.start, ...toSlot(arrays, slot.name) }))
  const starts = blockProgram(targets, arrays, room)
  setAll(starts, values)
  starts.settle()
  starts.run(arrays.get(registers.point)?.length ?? 0)
  slots.forEach(({ name: slot, isVarying }, i) => {
    if (!isVarying) program.set(registers.slot(slot), starts.settled(i))
  })
}
