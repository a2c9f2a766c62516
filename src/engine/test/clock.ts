// Clocks for tests: time passes when a test says so.
import type { Waiting } from '../slot.ts'

/** A clock on which every look takes as long as the one before (ms). */
export function steadyClock(look = 20): () => number {
  let time = 0
  return () => {
    time += look
    return time
  }
}

export interface HandClock extends Pick<Waiting, 'after'> {
  /** Lets time pass (ms), and happen what is due. */
  readonly pass: (time: number) => void
}

export function handClock(): HandClock {
  let now = 0
  const alarms = new Set<{ readonly at: number; readonly act: () => void }>()
  return {
    after(time, act) {
      const alarm = { at: now + time, act }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    pass(time) {
      now += time
      for (const alarm of [...alarms]) if (alarm.at <= now && alarms.delete(alarm)) alarm.act()
    },
  }
}
