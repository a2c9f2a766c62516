// One job as the page sees it: its pieces one by one, each once and in order, in however many workers it is begun.
import { EngineError } from './engineError.ts'
import type { Session } from './slot.ts'

const mostLosses = 2

/**
 * Asks for the pieces of a job.
 * @param open begins the job in a worker
 * @param hear is told of each answer
 * @throws EngineError if the job is lost too often
 */
export async function* piecesOf(
  open: () => Session,
  hear: () => void,
): AsyncGenerator<unknown, void, unknown> {
  let delivered = 0
  // What was said after so many pieces: a job that is begun anew hears it again.
  const said = new Map<number, unknown>()
  for (let losses = 1; ; losses++) {
    const session = open()
    let received = 0
    let message: unknown
    try {
      for (;;) {
        const answer = await session.next(message)
        message = undefined
        if (answer.type === 'lost') {
          if (losses === mostLosses) throw new EngineError(answer.hasArrived ? 'silent' : 'absent')
          break
        }
        hear()
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
