// The place of one worker: it starts when there is something to do, and when it dies or falls silent the place is empty
// until there is something to do again.
import type { Endpoint, Reply, Request } from './protocol.ts'
import type { Loss } from './trouble.ts'

/** A worker, or whatever answers in its place. */
export interface Connection extends Endpoint<Reply, Request> {
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

/** When a worker is taken for dead, and by which clock. */
export interface Waiting {
  /** How long an answer may take (ms). */
  readonly patience: number
  /** How long its script may take to arrive (ms). */
  readonly arrival: number
  /** Hidden pages are throttled: their silence means nothing. */
  readonly isVisible: () => boolean
  /** Does something after a time (ms); returns what calls it off. */
  readonly after: (time: number, act: () => void) => () => void
}

/** What a worker answers, or that it is gone. */
type Answer = Exclude<Reply, { type: 'ready' }> | { readonly type: 'lost'; readonly loss: Loss }

/** A job in a worker. */
export interface Session {
  /** Asks for what comes next; may say something to the job. */
  next(message?: unknown): Promise<Answer>
  /** Cancels the job. Whoever waits for an answer hears that it is done. */
  close(): void
}

interface Question {
  readonly answer: (answer: Answer) => void
  /** Begins to wait anew. */
  readonly watch: () => void
}

export interface Slot {
  open(job: string, spec: unknown): Session
  /** It is asked for something, and has not answered. */
  isBusy(): boolean
  /** Ends the worker; its jobs are lost. */
  clear(): void
}

export function createSlot(spawn: () => Connection, waiting: Waiting): Slot {
  const questions = new Map<number, Question>()
  let ids = 0
  let worker: Connection | undefined
  let hasArrived = false

  const clear = () => {
    worker?.terminate()
    worker = undefined
    const loss = hasArrived ? 'silent' : 'absent'
    for (const { answer } of [...questions.values()]) answer({ type: 'lost', loss })
  }

  const start = (): Connection => {
    const started = spawn()
    worker = started
    hasArrived = false
    started.onmessage = ({ data }) => {
      if (data.type !== 'ready') questions.get(data.id)?.answer(data)
      else if (started === worker) {
        hasArrived = true
        for (const { watch } of questions.values()) watch()
      }
    }
    started.onerror = () => {
      if (started === worker) clear()
    }
    return started
  }

  const ask = (to: Connection, id: number, message: unknown) =>
    new Promise<Answer>((resolve) => {
      let callOff = () => {}
      const watch = () => {
        callOff()
        const time = hasArrived ? waiting.patience : waiting.arrival
        callOff = waiting.after(time, () => (waiting.isVisible() ? clear() : watch()))
      }
      const answer = (words: Answer) => {
        callOff()
        questions.delete(id)
        resolve(words)
      }
      questions.set(id, { answer, watch })
      watch()
      to.postMessage({ type: 'next', id, ...(message !== undefined && { message }) }, [])
    })

  const sessionIn = (connection: Connection, job: string, spec: unknown): Session => {
    const id = ids++
    let isOpen = true
    connection.postMessage({ type: 'open', id, job, spec }, [])
    return {
      // A job does not outlive its worker, and the next worker does not know it.
      next: async (message) =>
        connection === worker ? ask(connection, id, message) : { type: 'lost', loss: 'silent' },
      close() {
        if (connection === worker && isOpen) connection.postMessage({ type: 'close', id }, [])
        isOpen = false
        questions.get(id)?.answer({ type: 'done', id })
      },
    }
  }

  return {
    open: (job, spec) => {
      const connection = worker ?? started(start)
      return connection ? sessionIn(connection, job, spec) : nowhere
    },
    isBusy: () => questions.size > 0,
    clear,
  }
}

/** A worker, where there are workers. */
function started(start: () => Connection): Connection | undefined {
  try {
    return start()
  } catch {
    return undefined
  }
}

const nowhere: Session = {
  next: async () => ({ type: 'lost', loss: 'unsupported' }),
  close: () => undefined,
}
