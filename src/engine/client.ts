import type { Chunk, Endpoint, Job, Reply, Request, Spec } from './protocol.ts'

/** A worker, or whatever answers in its place. */
export interface Connection extends Endpoint<Reply, Request> {
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

export interface Engine {
  /** Does a job piece by piece. Leaving the loop cancels it. */
  run<J extends Job>(job: J, spec: Spec<J>): AsyncGenerator<Chunk<J>, void>
  dispose(): void
}

export interface EngineOptions {
  readonly spawn: () => Connection
  /** How long an answer may take (ms) before the worker is taken for dead. */
  readonly patience?: number
  /** Hidden pages are throttled: their silence means nothing. */
  readonly isVisible?: () => boolean
}

/** The engine gave up: its worker died or fell silent, and so did the one that took its place. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
}

type Answer = Reply | { readonly type: 'lost' }
const mostLosses = 2

/** The page's end. A worker that dies or falls silent is replaced, and its jobs, being data, are sent again. */
export function createEngine({
  spawn,
  patience = 3000,
  isVisible = () => true,
}: EngineOptions): Engine {
  let worker: Connection | undefined
  let ids = 0
  const waiting = new Map<number, (answer: Answer) => void>()

  const connected = () => {
    if (worker) return worker
    worker = spawn()
    worker.onmessage = ({ data }) => waiting.get(data.id)?.(data)
    worker.onerror = replace
    return worker
  }

  function replace() {
    worker?.terminate()
    worker = undefined
    for (const answer of [...waiting.values()]) answer({ type: 'lost' })
  }

  /** Asks for the next piece of a job and waits for the answer, or for the worker's end. */
  const next = (connection: Connection, id: number) =>
    new Promise<Answer>((resolve) => {
      const check = () => {
        if (isVisible()) replace()
        else timer = setTimeout(check, patience)
      }
      let timer = setTimeout(check, patience)
      waiting.set(id, (answer) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(answer)
      })
      connection.postMessage({ type: 'next', id }, [])
    })

  async function* run<J extends Job>(job: J, spec: Spec<J>): AsyncGenerator<Chunk<J>, void> {
    let delivered = 0
    for (let losses = 0; losses < mostLosses; losses++) {
      const id = ids++
      const connection = connected()
      connection.postMessage({ type: 'open', id, job, spec } as Request, [])
      let again = delivered
      try {
        for (;;) {
          const answer = await next(connection, id)
          if (answer.type === 'lost') break
          if (answer.type === 'done') return
          if (answer.type === 'failed') throw new Error(answer.message)
          if (answer.type === 'busy') continue
          for (const chunk of answer.chunks) {
            if (again-- > 0) continue
            delivered++
            yield chunk as Chunk<J>
          }
          if (answer.isLast) return
        }
      } finally {
        waiting.get(id)?.({ type: 'lost' })
        if (connection === worker) connection.postMessage({ type: 'close', id }, [])
      }
    }
    throw new EngineError('The calculation stopped answering twice. Reload the page to try again.')
  }

  return { run, dispose: replace }
}
