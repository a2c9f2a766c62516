// The lines that make an optimizer and its scheduler, or change them where a run goes on otherwise.
import { listed } from './arguments.ts'
import type { Leg } from './legs.ts'
import type { Making } from './optimizers.ts'
import type { Scheduler } from './schedules.ts'

/** What an optimizer works on, in Python. */
export interface Params {
  readonly all: string
  readonly first: string
}

/** @param isFirst whether nothing came before, of this optimizer */
export function optimizerText(
  { name, given, isOwn }: Making,
  { all, first }: Params,
  isFirst: boolean,
): string {
  const made = `optimizer = ${name}(${all}, ${listed(given)})`
  if (isFirst) return made
  if (isOwn) return `memory = optimizer.state\n${made}\noptimizer.state = memory`
  const changed = `optimizer.param_groups[0].update(${listed(given)})`
  const kept = given.get('history_size')
  if (kept === undefined) return changed
  // L-BFGS makes a list of its own once, as long as its history is then; and it never makes what it keeps shorter.
  return `${changed}
memory = optimizer.state[${first}]
memory.pop('al', None)
for pairs in ('old_dirs', 'old_stps', 'ro'):
    del (memory.get(pairs) or [])[:-${kept}]`
}

export function schedulerText(
  { call, isOwn, remembers }: Scheduler,
  { from, began }: Leg,
  before?: Scheduler,
): string {
  if (!isOwn || from === began) return `scheduler = ${call}`
  const going = call.replace('(optimizer', `(optimizer, count=${from - began}`)
  // What a schedule between them does not remember is forgotten.
  if (!before || !remembers) return `scheduler = ${going}`
  return `memory = scheduler.state\nscheduler = ${going}\nscheduler.state = memory`
}
