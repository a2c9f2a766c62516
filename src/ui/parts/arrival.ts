// What of the page comes when it is needed: a network may refuse it, so it is asked for again until it is here.
import { renewSheets } from './sheets.ts'

export interface Arrival<T> {
  /** Asks for it, once. Waits until it is here, however long that takes. */
  readonly whole: () => Promise<T>
  /** The same for what someone has just asked for: it is tried now, and given up when it is late. */
  readonly soon: () => Promise<T>
  /** What is here. */
  readonly here: () => T | undefined
  /** How often it has failed since there is something to say about it; 0 while there is not. */
  readonly lateness: () => number
  /** Tells when it has come, or failed once more. */
  readonly watch: (listener: () => void) => () => void
}

/** What an arrival needs of the browser. */
export interface Means {
  readonly after: (seconds: number, act: () => void) => () => void
  readonly isOffline: () => boolean
  /** Mends, before another try, what a try does not ask for again by itself. */
  readonly mend: () => Promise<unknown>
}

const browser: Means = {
  after(seconds, act) {
    const timer = setTimeout(act, 1000 * seconds)
    return () => clearTimeout(timer)
  },
  isOffline: () => !navigator.onLine,
  mend: renewSheets,
}

/** Pauses between tries (s), the last of them again and again. */
const pauses = [0.25, 1, 5, 15, 30]
/** A network that stumbles is nothing to speak of: so often it may fail before something is said. */
const silentTries = 2
/** What is on its way for so long (s) is late too. */
const patience = 10

const pausing = new Set<() => void>()

/** What was asked for and is about to come; on what is late nobody counts. */
export const onTheWay = new Set<object>()

/** Tries at once whatever waits for its next try. */
export function hurry(): void {
  for (const end of [...pausing]) end()
}

function pause(seconds: number, { after }: Means): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      pausing.delete(end)
      stop()
      resolve()
    }
    const stop = after(seconds, end)
    pausing.add(end)
  })
}

class Overdue extends Error {}

/** The same promise, which fails when it takes too long. */
function inTime<T>(promise: Promise<T>, { after }: Means): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = after(patience, () => reject(new Overdue()))
    promise.then(resolve, reject).finally(stop)
  })
}

/** Something that has been here from the beginning. */
export const present = <T>(it: T): Arrival<T> => ({
  whole: async () => it,
  soon: async () => it,
  here: () => it,
  lateness: () => 0,
  watch: () => () => undefined,
})

/** Something that comes by `get`, which is called again when it fails. */
export function arrival<T>(get: () => Promise<T>, means = browser): Arrival<T> {
  let coming: Promise<T> | undefined
  let here: T | undefined
  let lateness = 0
  const listeners = new Set<() => void>()
  const tell = () => {
    if (lateness) onTheWay.delete(tell)
    for (const listener of [...listeners]) listener()
  }
  const watch = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  async function bring(): Promise<T> {
    onTheWay.add(tell)
    for (let tries = 0; ; tries++) {
      try {
        const arrived = await inTime(tries ? means.mend().then(get) : get(), means)
        here = arrived
        onTheWay.delete(tell)
        lateness = 0
        tell()
        return arrived
      } catch (error) {
        const isClear = error instanceof Overdue || means.isOffline()
        if (isClear || tries >= silentTries) lateness++
        tell()
        await pause(pauses[Math.min(tries, pauses.length - 1)] ?? 0, means)
      }
    }
  }

  const whole = () => {
    coming ??= bring()
    return coming
  }
  return {
    whole,
    soon: () =>
      new Promise((resolve, reject) => {
        const stop = watch(() => {
          if (lateness === 0) return
          stop()
          reject(new Error('It did not load'))
        })
        whole().then(resolve, reject).finally(stop)
        if (lateness > 0) hurry()
      }),
    here: () => here,
    lateness: () => lateness,
    watch,
  }
}
