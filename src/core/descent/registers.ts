// What a step's program calls its inputs. Each kind stands behind a word of its own and a blank, and no name of the
// language has a blank: so a memory called `point` or a hyper-parameter called `shared` meets nobody.
import type { Supplied } from '../rules/rule.ts'

/** The number of the step, from 1. */
export const countName = 'step'

export const pointName = (i: number) => `point ${i}`

/** What is added to the gradient, for coordinate i. */
export const noiseName = (i: number) => `noise ${i}`

export const hyperName = (name: string) => `hyper ${name}`

/** What a method gives, for coordinate i. */
export const suppliedName = ({ name, shared }: Supplied, i: number) =>
  shared ? `supplied ${name}` : `supplied ${name} ${i}`

/** What is kept from step to step, for coordinate i or for the whole point. */
export const slotName = (name: string, i?: number) =>
  i === undefined ? `slot ${name}` : `slot ${name} ${i}`

/** The n-th power that is looked up in a table. */
export const powerName = (n: number) => `power ${n}`
