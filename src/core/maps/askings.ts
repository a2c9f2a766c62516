// What is asked for each pixel before its run begins: the numbers of its own, and what follows from them.
import { fill, givenTo } from '../descent/begin.ts'
import type { Machine } from '../descent/machine.ts'
import { hyperName } from '../descent/registers.ts'
import type { Prepared } from '../experiment/prepare.ts'
import { type Expression, namesIn } from '../language/expression.ts'
import { compile } from '../language/program.ts'
import type { Along } from './along.ts'
import { type Asking, following, inputsAlong } from './entering.ts'
import type { Summary } from './summary.ts'

/** Powers whose base changes along an axis: where they are read, and their base. */
export interface OwnPower {
  readonly register: number
  readonly base: Expression
}

export function ownPowersOf({ step }: Machine, axes: readonly Along[]): OwnPower[] {
  const own = new Set(axes.flatMap(({ inputs }) => [...inputs.keys()]))
  return [...step.powers]
    .filter(([, base]) => namesIn(base).some((n) => own.has(n)))
    .map(([input, base]) => ({ register: step.program.input(input) as number, base }))
}

export interface Together {
  readonly axes: readonly Along[]
  readonly prepared: Prepared
  readonly machine: Machine
  readonly powers: readonly OwnPower[]
  readonly summary: Pick<Summary, 'starts' | 'bases'>
}

/** @returns nothing where a run's own numbers pass through a schedule before it begins */
export function askingsOf(together: Together): Asking[] | undefined {
  const starts = ofStarts(together)
  return starts && [ofStep(together), starts, ofPowers(together)].filter(({ made }) => made.length)
}

/** What comes out the same as long as hyper-parameters do, and the inputs themselves. */
function ofStep({ machine, axes, summary }: Together): Asking {
  const { program } = machine.step
  const given = inputsAlong(program, axes)
  const { code, own } = following(
    program.before,
    given.map(({ register }) => register),
  )
  const measured = summary.starts.flatMap((to, i) => {
    const from = machine.point[i] as number
    return own.has(from) ? [{ from, to }] : []
  })
  const made = [...[...own].map((register) => ({ from: register, to: register })), ...measured]
  return { code, memory: machine.memory.slice(), given, made }
}

/** What memory begins with, beside the point. */
function ofStarts({ machine, axes, prepared }: Together): Asking | undefined {
  const { step, run, scheduled, point } = machine
  const { starts, state, program } = step
  const given = inputsAlong(starts, axes)
  const turned = axes.some(({ runs }) => runs) ? scheduled : []
  const ofSchedule = turned.flatMap(({ name }) => starts.input(hyperName(name)) ?? [])
  const { code, own } = following(starts.code, [
    ...given.map(({ register }) => register),
    ...ofSchedule,
  ])
  const made = state.flatMap(({ input }, i) => {
    const from = starts.outputs[i] as number
    return i >= point.length && own.has(from) ? [{ from, to: program.input(input) as number }] : []
  })
  if (made.length > 0 && scheduled.length > 0) return undefined
  const memory = starts.memory.slice()
  fill(starts, memory, givenTo(step, run, { ...prepared, began: 0, k: 0 }))
  return { code, memory, given, made }
}

/** Numbers whose powers are multiplied on the way, from the first one. */
function ofPowers({ machine, axes, prepared, powers, summary }: Together): Asking {
  const program = compile(powers.map(({ base }) => base))
  const memory = program.memory.slice()
  fill(program, memory, givenTo(machine.step, machine.run, { ...prepared, began: 0, k: 0 }))
  const made = powers.flatMap(({ register }, j) =>
    [register, summary.bases[j] as number].map((to) => ({
      ...{ from: program.outputs[j] as number, to },
    })),
  )
  return { code: program.code, memory, given: inputsAlong(program, axes), made }
}
