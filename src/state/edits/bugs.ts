// The bug zoo of a run.
import type { Edit } from './experiment.ts'
import { changeRun } from './runs.ts'

/** A mistake of the bug zoo on or off. */
export const setBug = (index: number, bug: string, on: boolean): Edit =>
  changeRun(index, ({ bugs = [], ...run }) => {
    const made = on ? [...bugs, bug] : bugs.filter((other) => other !== bug)
    return made.length ? { ...run, bugs: made } : run
  })
