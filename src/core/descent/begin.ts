// How a machine begins: its registers filled, its memory where the rule says, or where the run before it left off.

import type { Prepared, Run } from '../experiment/prepare.ts'
import { run as execute, type Program } from '../language/program.ts'
import { previousOf } from '../rules/rule.ts'
import { type Machine, observe } from './machine.ts'
import { startMethod } from './methodState.ts'
import { noiseOf } from './noise.ts'
import { powersIn } from './powers.ts'
import { hyperName, noiseName, pointName } from './registers.ts'
import { scheduledOf } from './scheduled.ts'
import type { Step } from './step.ts'
import { countOf } from './varying.ts'

/** The experiment, with the point where the machine begins. */
interface Beginning extends Prepared {
  /** The steps that are done. */
  readonly k: number
  /** The steps that were done when its optimizer was new. */
  readonly began: number
}

type Values = ReadonlyMap<string, number>

/** The machine before its first step; it has registers of its own, so that several runs may share a program. */
export function startMachine(step: Step, run: Run, beginning: Beginning): Machine {
  const { loss, start, began, k } = beginning
  const { program, state, at } = step
  const memory = program.memory.slice()
  const noise = noiseOf(step, beginning)
  const given = givenTo(step, run, beginning)
  fill(program, memory, given)
  fill(program, memory, startsOf(step, given))
  execute(program.before, memory)
  const from = program.outputs.slice(at.next, at.next + state.length)
  const method = startMethod(step, run, loss, start.length)
  const powers = powersIn(step, (n) => given.get(n) as number, began)
  const machine: Machine = {
    step,
    code: program.code,
    memory,
    point: Int32Array.from(start, (_, i) => program.input(pointName(i)) as number),
    from,
    to: Int32Array.from(state, (s) => program.input(s.input) as number),
    held: new Float64Array(from.length),
    began,
    varying: [...countOf(step, began), ...powers, ...noise],
    run,
    scheduled: scheduledOf(step, run),
    ...(method && { method }),
  }
  startFromSchedule(machine, given, k)
  return machine
}

/** What the inputs of a step are when it begins, by name. */
export function givenTo(step: Step, { settings }: Run, beginning: Beginning): Values {
  const noise = noiseOf(step, beginning)
  const drawn = new Float64Array(noise.length)
  for (const [i, each] of noise.entries()) each.fill(drawn, i, beginning.k, 1)
  return new Map([
    ...beginning.start.map((value, i) => [pointName(i), value] as const),
    ...Array.from(drawn, (value, i) => [noiseName(i), value] as const),
    ...Object.entries(settings).map(([n, value]) => [hyperName(n), Number(value)] as const),
  ])
}

/** Gives the inputs of a program their values, as far as it has them. */
export function fill(
  { input }: Pick<Program, 'input'>,
  memory: Float64Array,
  values: Values,
): void {
  for (const [name, value] of values) {
    const register = input(name)
    if (register !== undefined) memory[register] = value
  }
}

/** Where the state of a step starts: computed as the step computes, so that both see the same slope. */
function startsOf({ starts, state }: Step, given: Values): Map<string, number> {
  const memory = starts.memory.slice()
  fill(starts, memory, given)
  execute(starts.code, memory)
  return new Map(state.map((s, i) => [s.input, memory[starts.outputs[i] as number] as number]))
}

/** As PyTorch's optimizers do when they begin: what starts from the learning rate starts from the scheduled one. */
function startFromSchedule(machine: Machine, given: Values, k: number): void {
  const { scheduled, memory, step, run } = machine
  if (scheduled.length === 0) return
  observe(machine, k)
  const set = scheduled.map(
    ({ name, register }) => [hyperName(name), memory[register] as number] as const,
  )
  const starts = startsOf(step, new Map([...given, ...set]))
  const own = new Set(run.rule.lines.filter(({ part }) => !part).map(({ name }) => name))
  for (const { input, slot } of step.state)
    if (!own.has(previousOf(slot) ?? slot)) starts.delete(input)
  fill(step.program, memory, starts)
}

const idsOf = (bugs: Run['bugs']) => bugs.map(({ id }) => id).join()

/** The machine of the same optimizer after a change: it remembers what the one before it did. */
export function goOn(machine: Machine, before: Machine): Machine {
  for (const { input } of machine.step.state) {
    const [to, from] = [machine.step.program.input(input), before.step.program.input(input)]
    if (to !== undefined && from !== undefined) machine.memory[to] = before.memory[from] as number
  }
  if (!machine.method || !before.method) return machine
  const { advance, loss } = before.method
  const sameBugs = idsOf(before.run.bugs) === idsOf(machine.run.bugs)
  return { ...machine, method: { ...machine.method, advance, ...(sameBugs && { loss }) } }
}
