// One job as the page sees it: its pieces one by one, each once and in order, in however many workers it is begun.
import type { Session } from './slot.ts'
import type { Loss } from './trouble.ts'

/** So many workers are tried before a job rests. */
const mostLosses = 2

/** What a job needs of the engine. */
export interface Errand {
  /** Begins the job in a worker. */
  begin(): Session
  /** Waits until someone wishes that it be tried again, or leaves it. */
  rest(why: Loss): Promise<void>
  isLeft(): boolean
}

/** Asks for the pieces of a job until there are no more, or it is left. */
export async function* piecesOf(errand: Errand): AsyncGenerator<unknown, void, unknown> {
  let delivered = 0
  // What was said after so many pieces: a job that is begun anew hears it again.
  const said = new Map<number, unknown>()
  for (let losses = 1; !errand.isLeft(); losses++) {
    const session = errand.begin()
    let received = 0
    let message: unknown
    try {
      for (;;) {
        const answer = await session.next(message)
        message = undefined
        if (answer.type === 'lost') {
          if (losses % mostLosses === 0) await errand.rest(answer.loss)
          break
        }
        if (answer.type === 'failed') throw new Error(answer.message)
        if (answer.type === 'done') return
        if (answer.type === 'busy') continue
        for (const chunk of answer.chunks) {
          if (received++ < delivered) continue
          delivered++
          const words = yield chunk
          if (words !== undefined) said.set(delivered, words)
        }
        if (answer.isLast) return
        message = said.get(received)
      }
    } finally {
      session.close()
    }
  }
}
