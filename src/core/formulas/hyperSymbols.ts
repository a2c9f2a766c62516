import { type Entries, singles } from '../hyper.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import type { Schedule } from '../schedules/schedule.ts'
import { warmup } from '../schedules/warmup.ts'

/** The symbols of hyper-parameters that are not the usual ones, by the name that the rule uses. */
export function symbolsOf(
  optimizer: Optimizer,
  schedule: Schedule | undefined,
): Map<string, string> {
  const own = (entries: Entries = {}, scope = '') =>
    [...singles(entries)].flatMap(([name, { symbol }]) =>
      symbol ? [[scope + name, symbol] as const] : [],
    )
  return new Map([
    ...own(optimizer.hyper),
    ...own(schedule?.hyper, 'schedule.'),
    ...own(warmup.hyper, 'warmup.'),
    ['warmup.base', '\\eta'],
  ])
}
