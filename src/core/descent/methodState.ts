// A method at work: it asks the function, and its answers go to the registers that the rule reads.

import type { Run } from '../experiment/prepare.ts'
import type { Loss } from '../loss/loss.ts'
import type { Settings } from '../rules/switches.ts'
import { type CountedLoss, countedLoss, type Observed } from './countedLoss.ts'
import { suppliedName } from './registers.ts'
import type { Step } from './step.ts'

export interface MethodState {
  readonly advance: ReturnType<NonNullable<Run['optimizer']['method']>['begin']>
  readonly loss: CountedLoss
  /** Where the answers go. */
  readonly registers: readonly { readonly name: string; readonly at: readonly number[] }[]
}

/** The method of a run's optimizer before its first step, if it has one. */
export function startMethod(step: Step, run: Run, loss: Loss, d: number): MethodState | undefined {
  const { optimizer, rule, bugs } = run
  if (!optimizer.method) return undefined
  const coordinates = Array.from({ length: d }, (_, i) => i)
  return {
    advance: optimizer.method.begin(),
    loss: countedLoss(loss, bugs),
    registers: rule.supplied.map((supplied) => ({
      name: supplied.name,
      at: coordinates.map((i) => step.program.input(suppliedName(supplied, i)) as number),
    })),
  }
}

/** Lets a method compute what the rule reads in the step that begins here. */
export function askMethod(
  { advance, loss, registers }: MethodState,
  memory: Float64Array,
  settings: Settings,
  here: Observed,
): void {
  loss.begin(here)
  const given = advance(loss, settings)
  for (const { name, at } of registers) {
    const value = given[name]
    at.forEach((register, i) => {
      memory[register] = typeof value === 'number' ? value : (value?.[i] ?? Number.NaN)
    })
  }
}
