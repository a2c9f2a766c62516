// What a rule remembers from step to step, and how it begins.
import { type BlockProgram, blockProgram } from './blockProgram.ts'
import type { Floats, Room } from './floats.ts'
import { registers, type Slot } from './ruleOverArrays.ts'
import type { Arrays } from './settling.ts'

type Values = ReadonlyMap<string, number>

/** Where a slot lies, if each parameter has one of its own. */
export const toSlot = (arrays: Arrays, slot: string) => {
  const to = arrays.get(registers.slot(slot))
  return to ? { to } : {}
}

export const setAll = (program: BlockProgram, values: Values) => {
  for (const [n, value] of values) program.set(registers.hyper(n), value)
}

/** What is remembered at a step. */
export interface Memory {
  /** The steps that were taken. */
  readonly t: number
  /** By the names of the slots: a number for each parameter, or one for all. */
  readonly slots: ReadonlyMap<string, Floats | number>
  /** Where tensors are updated each by itself: of each of them. */
  readonly parts?: readonly Memory[]
}

/** What is remembered of one parameter, by the names of the slots; and what its matrix gives to its rule. */
export type Slots = Readonly<Record<string, number>>

interface Beginning {
  readonly arrays: Arrays
  readonly values: Values
  readonly room: Room
}

/**
 * Fills the memory of some slots. As in PyTorch, what starts from the learning rate starts from the scheduled one.
 * @param scheduled what the schedule makes of the settings in this step
 */
export function remember(
  slots: readonly Slot[],
  beginning: Beginning,
  { program, scheduled }: { readonly program: BlockProgram; readonly scheduled: () => Values },
): void {
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
