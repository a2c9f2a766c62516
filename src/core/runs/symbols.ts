import { type Entries, singles } from '../hyper.ts'
import { warmup } from '../schedules/warmup.ts'
import type { Run } from './prepare.ts'

/** The symbols of a run's hyper-parameters that are not the usual ones, by the name that the rule uses. */
export function symbolsOf({
  optimizer,
  schedule,
}: Pick<Run, 'optimizer' | 'schedule'>): Map<string, string> {
  const own = (entries: Entries = {}, scope = '') =>
    [...singles(entries)].flatMap(([name, { symbol }]) =>
      symbol ? [[scope + name, symbol] as const] : [],
    )
  return new Map([
    ...own(optimizer.hyper),
    ...own(schedule?.schedule?.hyper, 'schedule.'),
    ...own(schedule?.isWarmed ? warmup.hyper : {}, 'warmup.'),
    ['warmup.base', '\\eta'],
  ])
}
