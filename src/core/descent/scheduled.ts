// What a schedule sets of its optimizer: the learning rate, and the momentum if it is cycled.
import type { Run } from '../experiment/prepare.ts'
import type { Step } from './step.ts'

export interface Scheduled {
  readonly name: string
  /** Where its value in this step is found. */
  readonly register: number
}

/** What the schedule sets of an optimizer's hyper-parameters, and where each is found. */
export function scheduledOf({ program, at }: Step, { rule, settings }: Run): Scheduled[] {
  const d = at.lines - at.grad
  const names = rule.lines.map(({ name, part }) => (part === 'schedule' ? name : undefined))
  return [...new Set(names)]
    .filter((name) => name !== undefined && Object.hasOwn(settings, name))
    .map((name) => ({
      name: name as string,
      register: program.outputs[at.lines + names.lastIndexOf(name) * d] as number,
    }))
}
